import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import type { StoredState } from '../domain/account-state';

/** An account as the use cases need it. */
export interface Account {
  id: string;
  insuredId: string;
  kvnr: string;
  state: StoredState;
  language: 'de' | 'en';
  passwordHash: string;
  passwordChangedAt: Date;
  /** Locked by operators: nobody gets in. */
  isLocked: boolean;
  /** After too many failures: opens only browsers that signed in before, until there is a new password. */
  isPasswordDisabled: boolean;
  /** Verified address, when there is one. */
  email: string | null;
}

/** How an account stands while it is held. */
type HeldAccount = Pick<Account, 'state' | 'isLocked' | 'passwordHash' | 'passwordChangedAt'>;

const columns = `
  a.id, a.insured_id AS "insuredId", a.kvnr, a.state, a.language, a.password_hash AS "passwordHash",
  a.password_changed_at AS "passwordChangedAt", a.locked_at IS NOT NULL AS "isLocked", a.password_disabled_at IS NOT NULL AS "isPasswordDisabled",
  (SELECT value FROM identity.contact c WHERE c.account_id = a.id AND c.kind = 'email') AS email`;

@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  async findByUsername(username: { kvnr: string | null; email: string }): Promise<Account | null> {
    const [account] = await this.database.read<Account>(
      'account.by-username',
      `SELECT ${columns} FROM identity.account a
        WHERE a.kvnr = $1 OR a.id = (
          SELECT account_id FROM identity.contact WHERE lower(value) = $2 AND is_username)
        LIMIT 1`,
      [username.kvnr, username.email],
    );
    return account ?? null;
  }

  /** @throws DomainError `not-authenticated` when it was erased while a request was under way */
  async getById(id: string): Promise<Account> {
    const account = await this.findById(id);
    if (!account) throw new DomainError('not-authenticated', 'unauthenticated');
    return account;
  }

  async findById(id: string): Promise<Account | null> {
    const [account] = await this.database.read<Account>(
      'account.by-id',
      `SELECT ${columns} FROM identity.account a WHERE a.id = $1`,
      [id],
    );
    return account ?? null;
  }

  /** Whose accounts these are; those that are gone are missing. */
  async listOwners(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.read<{ id: string; insuredId: string }>(
      'account.owners',
      `SELECT id, insured_id AS "insuredId" FROM identity.account WHERE id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, insuredId }) => [id, insuredId]));
  }

  /** Which of these persons have an open account of their own. */
  async listWithAccess(insuredIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.read<{ insuredId: string }>(
      'account.with-access',
      `SELECT insured_id AS "insuredId" FROM identity.account WHERE insured_id = ANY ($1) AND state = 'active'`,
      [insuredIds],
    );
    return new Set(rows.map(({ insuredId }) => insuredId));
  }

  /** Waits for other changes of this account, then holds it until the end of the transaction. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query(`SELECT FROM identity.account WHERE id = $1 FOR UPDATE`, [id]);
  }

  /** The same, and tells how it stands now; null when it is gone. */
  async hold(tx: Tx, id: string): Promise<HeldAccount | null> {
    const [account] = await tx.query<HeldAccount>(
      `SELECT state, locked_at IS NOT NULL AS "isLocked", password_hash AS "passwordHash",
              password_changed_at AS "passwordChangedAt"
         FROM identity.account WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return account ?? null;
  }

  async isLocked(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM identity.account WHERE id = $1 AND locked_at IS NOT NULL`, [id]);
    return rows.length > 0;
  }

  /** @param reason null to unlock */
  async setLock(tx: Tx, id: string, reason: string | null): Promise<void> {
    await tx.query(
      `UPDATE identity.account SET lock_reason = $2, locked_at = CASE WHEN $2::text IS NOT NULL THEN platform.now() END
        WHERE id = $1`,
      [id, reason],
    );
  }

  /**
   * Until there is a new password, the present one opens only browsers that signed in before.
   * @returns false when it was so already
   */
  async disablePassword(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.account SET password_disabled_at = platform.now()
        WHERE id = $1 AND password_disabled_at IS NULL RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  async getLanguage(tx: Tx, id: string): Promise<'de' | 'en'> {
    const [account] = await tx.query<Pick<Account, 'language'>>(`SELECT language FROM identity.account WHERE id = $1`, [
      id,
    ]);
    return (account as Pick<Account, 'language'>).language;
  }

  /** What we write to the owner from now on is in this language. */
  async setLanguage(tx: Tx, id: string, language: 'de' | 'en'): Promise<void> {
    await tx.query(`UPDATE identity.account SET language = $2 WHERE id = $1`, [id, language]);
  }

  /** @returns false when the person has an account already */
  async insert(
    tx: Tx,
    account: { id: string; insuredId: string; kvnr: string; language: string; passwordHash: string },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO identity.account (id, insured_id, kvnr, state, language, password_hash)
       VALUES ($1, $2, $3, 'applied', $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [account.id, account.insuredId, account.kvnr, account.language, account.passwordHash],
    );
    return rows.length > 0;
  }

  async findByPerson(tx: Tx, insuredId: string): Promise<Pick<Account, 'id' | 'state'> | null> {
    const [account] = await tx.query<Pick<Account, 'id' | 'state'>>(
      `SELECT id, state FROM identity.account WHERE insured_id = $1`,
      [insuredId],
    );
    return account ?? null;
  }

  /** Whether the account still waits for its posted code. */
  async isApplied(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM identity.account WHERE id = $1 AND state = 'applied'`, [id]);
    return rows.length > 0;
  }

  /** @returns false when the account was active before */
  async activate(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.account SET state = 'active', activated_at = platform.now()
        WHERE id = $1 AND state = 'applied' RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  /** The hashes a new password must differ from: the current one and the nine before it. */
  async lastPasswords(id: string): Promise<string[]> {
    const rows = await this.database.read<{ hash: string }>(
      'account.last-passwords',
      `SELECT password_hash AS hash FROM identity.account WHERE id = $1
       UNION ALL
       (SELECT password_hash FROM identity.former_password WHERE account_id = $1 ORDER BY used_until DESC LIMIT 9)`,
      [id],
    );
    return rows.map(({ hash }) => hash);
  }

  /** Sets a new password if the current one is still `expected`; remembers the old one, forgets those beyond the tenth. */
  async replacePassword(tx: Tx, id: string, expected: string, hash: string): Promise<boolean> {
    const changed = await tx.query(
      `WITH old AS (SELECT id, password_hash FROM identity.account WHERE id = $1 AND password_hash = $2 FOR UPDATE),
            kept AS (INSERT INTO identity.former_password (account_id, password_hash, used_until)
                     SELECT id, password_hash, clock_timestamp() FROM old)
       UPDATE identity.account SET password_hash = $3, password_changed_at = platform.now(), must_change_password = false,
              password_disabled_at = NULL
         FROM old WHERE account.id = old.id RETURNING account.id`,
      [id, expected, hash],
    );
    await tx.query(
      `DELETE FROM identity.former_password WHERE account_id = $1 AND used_until NOT IN (
         SELECT used_until FROM identity.former_password WHERE account_id = $1 ORDER BY used_until DESC LIMIT 9)`,
      [id],
    );
    return changed.length > 0;
  }

  async rehash(tx: Tx, id: string, expected: string, hash: string): Promise<void> {
    await tx.query(`UPDATE identity.account SET password_hash = $3 WHERE id = $1 AND password_hash = $2`, [
      id,
      expected,
      hash,
    ]);
  }
}
