import { Injectable } from '@nestjs/common';
import { type PersonScope } from '@of/platform';
import type { ReceivedSickNote } from '../domain/received-sick-note';
import { ReceivedSickNoteRepository } from '../persistence/received-sick-note.repository';

/** As many as somebody looks at before handing in another one. */
const LATEST = 10;

/** Sick notes that came electronically, the latest first. Only the person themself is told: nobody acts in that for others. */
@Injectable()
export class ListSickNotes {
  constructor(private readonly sickNotes: ReceivedSickNoteRepository) {}

  async execute({ subject, isSelf }: PersonScope): Promise<ReceivedSickNote[]> {
    return isSelf ? this.sickNotes.list(subject, LATEST) : [];
  }
}
