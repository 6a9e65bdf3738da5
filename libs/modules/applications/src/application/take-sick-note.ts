import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { Database } from '@of/platform';
import { readReceivedSickNote } from '../domain/received-sick-note';
import { today } from '../persistence/calendar';
import { ReceivedSickNoteRepository } from '../persistence/received-sick-note.repository';

export interface SickNoteNews {
  /** Who tells: a machine client, or an operator. */
  readonly actor: string;
  readonly insuredId: string;
  readonly note: { number: string; from: string; until: string; receivedOn: string; isFollowUp: boolean };
}

/** Takes in what the core insurance system tells about sick notes that came electronically. What is told twice is there once. */
@Injectable()
export class TakeSickNote {
  constructor(
    private readonly database: Database,
    private readonly sickNotes: ReceivedSickNoteRepository,
  ) {}

  /** @throws ValidationError; DomainError `sick-note-number-taken` */
  async execute({ actor, insuredId, note }: SickNoteNews): Promise<void> {
    const read = readReceivedSickNote(note, await today(this.database));
    await this.database.transaction(async (tx) => {
      if (!(await this.sickNotes.save(tx, insuredId, read)))
        throw new DomainError('sick-note-number-taken', 'conflict');
      // The trail tells nothing about health: not that it was a sick note.
      await tx.audit({ actor, subject: insuredId, act: 'applications.notice-received', object: read.number });
    });
  }

  /** The practice took it back. @throws DomainError `not-found` */
  async cancel(actor: string, number: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const insuredId = await this.sickNotes.remove(tx, number);
      if (!insuredId) throw new DomainError('not-found', 'not-found');
      await tx.audit({ actor, subject: insuredId, act: 'applications.notice-cancelled', object: number });
    });
  }
}
