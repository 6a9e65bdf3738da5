import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';

/** What the account knows about its owner, without secrets: hashes and keys tell them nothing. */
@Injectable()
export class AccountExportRepository {
  constructor(private readonly database: Database) {}

  account(accountId: string): Promise<{ mobile: string | null }[]> {
    return this.database.read(
      'account-export.account',
      `SELECT kvnr AS username, state, language, created_at AS "createdAt", activated_at AS "activatedAt",
         password_changed_at AS "passwordChangedAt",
         (SELECT value FROM identity.contact WHERE account_id = a.id AND kind = 'email') AS email,
         (SELECT value FROM identity.contact WHERE account_id = a.id AND kind = 'mobile') AS mobile
       FROM identity.account a WHERE id = $1`,
      [accountId],
    );
  }

  devices(accountId: string): Promise<object[]> {
    return this.database.read(
      'account-export.devices',
      `SELECT name, state, created_at AS "boundAt", last_used_at AS "lastUsedAt"
         FROM identity.device WHERE account_id = $1 ORDER BY created_at`,
      [accountId],
    );
  }

  sessions(accountId: string): Promise<object[]> {
    return this.database.read(
      'account-export.sessions',
      `SELECT browser, address, level, created_at AS "startedAt", last_seen_at AS "lastUsedAt", ended_at AS "endedAt"
         FROM identity.session WHERE account_id = $1 ORDER BY created_at`,
      [accountId],
    );
  }
}
