import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { Tx } from '../database/tx';
import type { ExportedPart, ExportSubject } from './exported-part';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept } from './personal-data-source';

const PAGE = 500;

interface Row {
  position: string;
  at: Date;
  content: { actor: string; act: string; result: string; details?: object };
}

/** The audit trail proves what was done with somebody's data. It holds ids and bare facts and cannot be changed. */
@Injectable()
export class AuditTrailData extends PersonalDataSource {
  readonly name = 'audit';

  constructor(
    sources: PersonalDataSources,
    private readonly database: Database,
  ) {
    super();
    sources.register(this);
  }

  async *export(subject: ExportSubject): AsyncIterable<ExportedPart> {
    yield {
      kind: 'table',
      name: 'protokoll',
      about: { de: 'Wer wann etwas mit Ihren Daten getan hat', en: 'Who did what with your data and when' },
      fields: {
        at: { de: 'Zeitpunkt (UTC)', en: 'Time (UTC)' },
        who: {
          de: '`me`: aus Ihrem Zugang; `automatic`: unser System; `not-signed-in`: ohne Anmeldung; `somebody-else`: wir oder wer für Sie handeln darf',
          en: '`me`: from your account; `automatic`: our system; `not-signed-in`: without logging in; `somebody-else`: we, or whoever may act for you',
        },
        act: { de: 'Was geschah', en: 'What happened' },
        result: { de: '`ok` oder `refused` (abgelehnt)', en: '`ok` or `refused`' },
        details: { de: 'Nähere Angaben', en: 'Further facts' },
      },
      rows: this.rows(subject),
    };
  }

  private async *rows({ accountId, insuredId }: ExportSubject): AsyncGenerator<object> {
    const own = new Set([accountId, ...(await this.listErasedAccounts(insuredId))]);
    for (let after = '0'; ;) {
      const page = await this.database.read<Row>(
        'audit.export',
        `SELECT position, at, content::jsonb AS content FROM platform.audit_entry
          WHERE subject = $1 AND position > $2 ORDER BY position LIMIT ${PAGE}`,
        [insuredId, after],
      );
      for (const { at, content } of page) {
        const { actor, act, result, details } = content;
        yield { at, who: whoIs(actor, own), act, result, details: details ? factsOf(details) : null };
      }
      if (page.length < PAGE) return;
      after = page[page.length - 1]?.position as string;
    }
  }

  /** Accounts that this person had before. */
  private async listErasedAccounts(insuredId: string): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'audit.erased-accounts',
      `SELECT content->>'object' AS id FROM (SELECT content::jsonb AS content FROM platform.audit_entry
         WHERE subject = $1) entry WHERE content->>'act' = 'registration.account-erased'`,
      [insuredId],
    );
    return rows.map(({ id }) => id);
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

/** Ids of other accounts are nobody's business but theirs. */
function whoIs(actor: string, own: Set<string>): string {
  if (own.has(actor)) return 'me';
  if (actor === 'system') return 'automatic';
  return actor === 'anonymous' ? 'not-signed-in' : 'somebody-else';
}

/** Why somebody of the house did something is their own free text: it may name others. */
function factsOf(details: object): object {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name !== 'reason'));
}
