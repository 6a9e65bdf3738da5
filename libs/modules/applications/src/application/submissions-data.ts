import { Injectable } from '@nestjs/common';
import {
  PersonalDataSource,
  PersonalDataSources,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
import { ExportApplications } from './export-applications';

/** What was submitted is the insurer's business and stays when the access goes. */
@Injectable()
export class SubmissionsData extends PersonalDataSource {
  readonly name = 'applications';

  constructor(
    sources: PersonalDataSources,
    private readonly applications: ExportApplications,
  ) {
    super();
    sources.register(this);
  }

  export(subject: ExportSubject): AsyncIterable<ExportedPart> {
    return this.applications.execute(subject);
  }

  async erase(tx: Tx, { accountId, insuredId }: DataSubject): Promise<Kept[]> {
    const [found] = await tx.query<{ any: boolean }>(
      `SELECT EXISTS (SELECT FROM applications.submission WHERE account_id = $1)
           OR EXISTS (SELECT FROM applications.certificate WHERE account_id = $1)
           OR EXISTS (SELECT FROM applications.received_sick_note WHERE insured_id = $2) AS any`,
      [accountId, insuredId],
    );
    if (!found?.any) return [];
    return [
      {
        what: {
          de: 'Ihre Angaben zu eingereichten Dokumenten, Eingangsbestätigungen, ausgestellte Bescheinigungen und Krankmeldungen',
          en: 'What you stated about submitted documents, receipts, certificates that were issued, and sick notes',
        },
        why: {
          de: 'Leistungsdaten bewahren wir nach dem Gesetz auf, höchstens zehn Jahre (§ 304 SGB V).',
          en: 'The law has us keep benefit data, for ten years at most (section 304 SGB V).',
        },
      },
    ];
  }
}
