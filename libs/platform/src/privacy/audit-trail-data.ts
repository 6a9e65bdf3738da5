import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept } from './personal-data-source';

/** The audit trail proves what was done with somebody's data. It holds ids and bare facts and cannot be changed. */
@Injectable()
export class AuditTrailData extends PersonalDataSource {
  readonly name = 'audit';

  constructor(sources: PersonalDataSources) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { insuredId }: DataSubject): Promise<Kept[]> {
    const [row] = await tx.query<{ exists: boolean }>(
      `SELECT EXISTS (SELECT FROM platform.audit_entry WHERE subject = $1) AS exists`,
      [insuredId],
    );
    if (!row?.exists) return [];
    return [
      {
        what: {
          de: 'Das Protokoll, wer wann etwas in Ihrem Zugang getan hat, ohne Inhalte',
          en: 'The log of who did what in your account and when, without contents',
        },
        why: {
          de: 'Damit weisen wir nach, dass wir mit Ihren Daten richtig umgegangen sind.',
          en: 'With it we prove that we have handled your data properly.',
        },
      },
    ];
  }
}
