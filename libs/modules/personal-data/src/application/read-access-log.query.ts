import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { type SessionActor } from '@of/platform';
import { accessLogActs, actInWords, type AccessLogActor } from '../domain/access-log-acts';
import { cursorInvalid } from '../domain/personal-data.errors';
import { AccessLogRepository, type LoggedAct } from '../persistence/access-log.repository';

export interface AccessLogEntry {
  id: string;
  at: Date;
  act: string;
  /** The act in words. */
  title: string;
  who: AccessLogActor;
}

/** Who did what with the member's data, from the audit trail. */
@Injectable()
export class ReadAccessLog {
  constructor(private readonly log: AccessLogRepository) {}

  /**
   * @param page.cursor of the page before
   * @throws ValidationError with `cursor-invalid`
   */
  async execute(
    actor: SessionActor,
    page: { limit: number; cursor?: string; language: 'de' | 'en' },
  ): Promise<{ items: AccessLogEntry[]; nextCursor: string | null }> {
    const { limit, cursor, language } = page;
    if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw cursorInvalid();
    const acts = Object.keys(accessLogActs);
    const rows = await this.log.list(actor.insuredId, acts, { before: cursor ?? null, limit: limit + 1 });
    const items = rows.slice(0, limit).map((row) => ({
      id: row.position,
      at: row.at,
      act: row.act,
      title: actInWords(row.act, row.details?.['action'], language),
      who: whoDid(row),
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}

/** Accounts have ids; every account that acts on a person's own data is that person's, an erased one included. */
function whoDid({ actor }: LoggedAct): AccessLogActor {
  if (actor === 'system') return 'automatic';
  if (actor === 'anonymous') return 'not-signed-in';
  return parseId(actor) ? 'me' : 'insurer';
}
