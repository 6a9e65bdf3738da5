import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database, Sealer, type SealContext, type Tx } from '@of/platform';
import type { ReceivedSickNote } from '../domain/received-sick-note';

/** What is sealed of a sick note. */
interface Content {
  from: string;
  until: string;
  isFollowUp: boolean;
}

const sealContext = (number: string): SealContext => `applications.received_sick_note.content_sealed:${number}`;

/** Rows of `applications.received_sick_note`. */
@Injectable()
export class ReceivedSickNoteRepository {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** The same number again replaces what was there. @returns false when it belongs to somebody else */
  async save(tx: Tx, insuredId: string, { number, receivedOn, ...note }: ReceivedSickNote): Promise<boolean> {
    const content: Content = { from: String(note.from), until: String(note.until), isFollowUp: note.isFollowUp };
    const rows = await tx.query(
      `INSERT INTO applications.received_sick_note AS known (number, insured_id, content_sealed, received_on)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (number) DO UPDATE
         SET content_sealed = excluded.content_sealed, received_on = excluded.received_on
         WHERE known.insured_id = excluded.insured_id
       RETURNING number`,
      [number, insuredId, this.sealer.seal(JSON.stringify(content), sealContext(number)), String(receivedOn)],
    );
    return rows.length > 0;
  }

  /** @returns whose it was; null when there was none */
  async remove(tx: Tx, number: string): Promise<string | null> {
    const [row] = await tx.query<{ insuredId: string }>(
      `DELETE FROM applications.received_sick_note WHERE number = $1 RETURNING insured_id AS "insuredId"`,
      [number],
    );
    return row?.insuredId ?? null;
  }

  /** Those received last first. @param limit null: all */
  async list(insuredId: string, limit: number | null): Promise<ReceivedSickNote[]> {
    const rows = await this.database.read<{ number: string; sealed: Buffer; receivedOn: string }>(
      'applications.received-sick-notes',
      `SELECT number, content_sealed AS sealed, received_on::text AS "receivedOn"
         FROM applications.received_sick_note WHERE insured_id = $1 ORDER BY received_on DESC, number LIMIT $2`,
      [insuredId, limit],
    );
    return rows.map(({ number, sealed, receivedOn }) => {
      const content = JSON.parse(this.sealer.open(sealed, sealContext(number)).toString()) as Content;
      return {
        number,
        from: DateOnly.parse(content.from),
        until: DateOnly.parse(content.until),
        isFollowUp: content.isFollowUp,
        receivedOn: DateOnly.parse(receivedOn),
      };
    });
  }
}
