import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { letterPosted } from '../domain/letter.events';
import type { Letter } from '../domain/letter';
import { mayBecome } from '../domain/letter-state';
import type { PrintReport } from '../domain/print-report';
import { currentInstant } from '../persistence/calendar';
import { LetterRepository } from '../persistence/letter.repository';

/** How far the provider's clock may differ from ours. */
const TOLERANCE_MS = 60 * 60 * 1000;

/**
 * Takes in what the print provider tells about a letter. A report that tells nothing new is fine; one about an unknown
 * letter, or with a time that cannot be, is not.
 */
@Injectable()
export class ApplyPrintReport {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterRepository,
  ) {}

  execute(letterId: string, report: PrintReport): Promise<'applied' | 'rejected'> {
    return this.database.transaction(async (tx) => {
      const letter = await this.letters.lock(tx, letterId);
      if (!letter || !(await isPossible(tx, letter, report))) return 'rejected';
      const received = await this.received(tx, letter);
      if (!received) return 'rejected';
      await this.apply(tx, received, report);
      return 'applied';
    });
  }

  /** A letter the provider reports about was handed over, even if we fell over before writing that down. */
  private async received(tx: Tx, letter: Letter): Promise<Letter | null> {
    if (letter.state === 'rendered') {
      await this.letters.markHandedOver(tx, letter.id);
      return { ...letter, state: 'handed-over' };
    }
    return ['handed-over', 'posted', 'returned'].includes(letter.state) ? letter : null;
  }

  private async apply(tx: Tx, letter: Letter, { status, at }: PrintReport): Promise<void> {
    if (status === 'printed') {
      await this.letters.markPrinted(tx, letter.id, at);
    } else if (status === 'posted') {
      const corrects = letter.state === 'posted' && letter.postedIsAssumed;
      if (!corrects && !mayBecome(letter.state, 'posted')) return;
      await this.letters.markPosted(tx, letter.id, at);
      await tx.publish(letterPosted(letter.id, DateOnly.fromInstant(at)));
    } else {
      if (!mayBecome(letter.state, 'returned')) return;
      await this.letters.markReturned(tx, letter.id, at);
    }
    await tx.audit({
      actor: 'print-provider',
      subject: letter.insuredId,
      act: `letters.letter-${status}`,
      object: letter.id,
      details: { at: at.toISOString() },
    });
  }
}

async function isPossible(tx: Tx, letter: Letter, { at }: PrintReport): Promise<boolean> {
  const latest = (await currentInstant(tx)).getTime() + TOLERANCE_MS;
  return at.getTime() <= latest && at.getTime() >= letter.createdAt.getTime() - TOLERANCE_MS;
}
