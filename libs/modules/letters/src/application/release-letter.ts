import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { type Tx } from '@of/platform';
import { expectedBy } from '../domain/delivery-time';
import { letterOrdered } from '../domain/letter.events';
import { mayBecome } from '../domain/letter-state';
import { today } from '../persistence/calendar';
import { LetterRepository } from '../persistence/letter.repository';

/** Lets a letter go whose address somebody has looked at. */
@Injectable()
export class ReleaseLetter {
  constructor(private readonly letters: LetterRepository) {}

  /**
   * @param actor who looked at it
   * @throws DomainError `not-found`, `letter-not-in-review`
   */
  async execute(tx: Tx, letterId: string, actor: string): Promise<void> {
    const letter = await this.letters.lock(tx, letterId);
    if (!letter) throw new DomainError('not-found', 'not-found');
    if (!mayBecome(letter.state, 'ordered')) throw new DomainError('letter-not-in-review', 'conflict');
    await this.letters.release(tx, letter.id, String(expectedBy(await today(tx), false)));
    await tx.audit({ actor, subject: letter.insuredId, act: 'letters.letter-released', object: letter.id });
    await tx.publish(letterOrdered(letter.id));
  }
}
