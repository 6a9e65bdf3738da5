import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';

/** One row of the audit trail about a person. */
export interface LoggedAct {
  /** Place in the trail, growing; the trail of one person is one chain. */
  position: string;
  at: Date;
  act: string;
  actor: string;
  details: Record<string, unknown> | null;
}

@Injectable()
export class AccessLogRepository {
  constructor(private readonly database: Database) {}

  /** Accounts of this person that are gone. */
  async listErasedAccounts(insuredId: string): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'personal-data.erased-accounts',
      `SELECT content->>'object' AS id FROM (SELECT content::jsonb AS content FROM platform.audit_entry
         WHERE subject = $1) entry WHERE content->>'act' = 'registration.account-erased'`,
      [insuredId],
    );
    return rows.map(({ id }) => id);
  }

  /** Newest first, from the row before `before` on. */
  list(insuredId: string, acts: string[], { before, limit }: { before: string | null; limit: number }) {
    return this.database.read<LoggedAct>(
      'personal-data.access-log',
      `SELECT position::text, at, content->>'act' AS act, content->>'actor' AS actor, content->'details' AS details
         FROM (SELECT position, at, content::jsonb AS content FROM platform.audit_entry
                WHERE subject = $1 AND ($3::bigint IS NULL OR position < $3)) entry
        WHERE content->>'act' = ANY($2) ORDER BY entry.position DESC LIMIT $4`,
      [insuredId, acts, before, limit],
    );
  }
}
