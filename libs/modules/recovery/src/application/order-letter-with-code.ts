import { Injectable } from '@nestjs/common';
import { OrderLetter } from '@of/letters';
import { AddressAge } from '@of/membership';
import { type Tx } from '@of/platform';
import { ADDRESS_REVIEW_DAYS } from '../domain/recovery-rules';
import { OrderedLetterRepository } from '../persistence/ordered-letter.repository';

/** Orders a letter with a code to the address we hold; to a fresh one only after somebody looked at it. */
@Injectable()
export class OrderLetterWithCode {
  constructor(
    private readonly letters: OrderLetter,
    private readonly addresses: AddressAge,
    private readonly ordered: OrderedLetterRepository,
  ) {}

  /**
   * The caller holds the account.
   * @throws LetterUnderWay, LetterLimitReached
   */
  async execute(
    tx: Tx,
    purpose: 'device' | 'reset',
    { accountId, insuredId, language }: { accountId: string; insuredId: string; language: 'de' | 'en' },
  ) {
    const needsReview = await this.addresses.changedWithinDays(tx, insuredId, ADDRESS_REVIEW_DAYS);
    const letter = await this.letters.execute(tx, { accountId, insuredId, language, purpose, needsReview });
    await this.ordered.insert(tx, { ...letter, accountId, purpose });
    return letter;
  }
}
