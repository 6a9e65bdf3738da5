import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { parseId } from '@of/kernel';
import { PersonNames, type SessionActor } from '@of/platform';
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
  /** Name of a parent who acted; null where it is not known any more. */
  guardian: string | null;
}

/** Who did what with the member's data, from the audit trail. */
@Injectable()
export class ReadAccessLog {
  constructor(
    private readonly log: AccessLogRepository,
    private readonly accounts: AccountRepository,
    private readonly names: PersonNames,
  ) {}

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
    const guardians = await this.findGuardians(actor, rows);
    const items = rows.slice(0, limit).map((row) => ({
      id: row.position,
      at: row.at,
      act: row.act,
      title: actInWords(row.act, row.details?.['action'], language),
      who: guardians.has(row.actor) ? ('guardian' as const) : whoDid(row),
      guardian: guardians.get(row.actor) ?? null,
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Accounts of other persons that acted on this one's data, with the names of their owners. */
  private async findGuardians({ accountId, insuredId }: SessionActor, rows: LoggedAct[]) {
    const others = [...new Set(rows.map(({ actor }) => actor))].filter((id) => parseId(id) && id !== accountId);
    const guardians = new Map<string, string | null>();
    if (others.length === 0) return guardians;
    const owners = await this.accounts.listOwners(others);
    // An account that is gone was this person's own if the log says so, else that of a parent.
    const erased = others.some((id) => !owners.has(id)) ? await this.log.listErasedAccounts(insuredId) : [];
    for (const id of others) {
      const owner = owners.get(id);
      if (owner === insuredId || erased.includes(id)) continue;
      const name = owner ? await this.names.find(owner) : null;
      guardians.set(id, name && `${name.givenName} ${name.familyName}`);
    }
    return guardians;
  }
}

/** Accounts have ids. */
function whoDid({ actor }: LoggedAct): AccessLogActor {
  if (actor === 'system') return 'automatic';
  if (actor === 'anonymous') return 'not-signed-in';
  return parseId(actor) ? 'me' : 'insurer';
}
