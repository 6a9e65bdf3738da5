import { Injectable } from '@nestjs/common';
import { newId, type DateOnly } from '@of/kernel';
import { violatedConstraint, type Tx } from '@of/platform';
import { expectedBy } from '../domain/delivery-time';
import { LetterLimitReached, LetterUnderWay } from '../domain/letter.errors';
import { letterOrdered } from '../domain/letter.events';
import { letterRulesOn, type LetterRules } from '../domain/letter-rules';
import type { LetterId, LetterLanguage, LetterPurpose } from '../domain/letter';
import { today } from '../persistence/calendar';
import { LetterRepository } from '../persistence/letter.repository';

const ONE_DAY_SECONDS = 24 * 60 * 60;

export interface LetterOrder {
  readonly accountId: string;
  readonly insuredId: string;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  /** True when a person must look at the address first (S03): the letter waits for its release. */
  readonly needsReview: boolean;
}

export interface OrderedLetter {
  readonly letterId: LetterId;
  readonly expectedBy: DateOnly;
}

/**
 * Orders a letter in the transaction of whoever needs it. There is one letter per account and purpose in 24 hours, and a
 * few in 30 days; a second order is refused, whatever runs in parallel. Of certificates there may be several in a day.
 */
@Injectable()
export class OrderLetter {
  constructor(private readonly letters: LetterRepository) {}

  /** @throws LetterUnderWay, LetterLimitReached */
  async execute(tx: Tx, order: LetterOrder): Promise<OrderedLetter> {
    const day = await today(tx);
    await this.letters.lockOrders(tx, order.accountId);
    await this.refuseTooMany(tx, order, letterRulesOn(day));

    const letter = {
      ...order,
      id: newId<'Letter'>(),
      state: order.needsReview ? ('in-review' as const) : ('ordered' as const),
      expectedBy: expectedBy(day, order.needsReview),
    };
    try {
      await this.letters.insert(tx, { ...letter, expectedBy: String(letter.expectedBy) });
    } catch (error) {
      throw violatedConstraint(error) === 'letter_one_a_day' ? new LetterUnderWay(ONE_DAY_SECONDS) : error;
    }
    await tx.audit({
      actor: order.accountId,
      subject: order.insuredId,
      act: 'letters.letter-ordered',
      object: letter.id,
      details: { purpose: order.purpose, needsReview: order.needsReview },
    });
    if (!order.needsReview) await tx.publish(letterOrdered(letter.id));
    return { letterId: letter.id, expectedBy: letter.expectedBy };
  }

  private async refuseTooMany(tx: Tx, order: LetterOrder, rules: LetterRules): Promise<void> {
    if (order.purpose === 'certificate') return this.refuseTooManyCertificates(tx, order, rules);
    const { mostLetters } = rules;
    const earlier = await this.letters.countEarlier(tx, order.accountId, order.purpose, mostLetters.withinDays);
    if (earlier.quietSeconds !== null) throw new LetterUnderWay(Math.max(1, earlier.quietSeconds));
    if (earlier.recent >= mostLetters.count) throw new LetterLimitReached(Math.max(1, earlier.recentSeconds ?? 1));
  }

  private async refuseTooManyCertificates(
    tx: Tx,
    order: LetterOrder,
    { mostCertificates }: LetterRules,
  ): Promise<void> {
    const { count, withinDays } = mostCertificates;
    const earlier = await this.letters.countEarlier(tx, order.accountId, order.purpose, withinDays);
    if (earlier.recent < count) return;
    throw new LetterLimitReached(Math.max(1, earlier.recentSeconds ?? 1), 'certificate-letter-limit');
  }
}
