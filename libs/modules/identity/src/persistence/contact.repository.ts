import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import type { ContactKind } from '../domain/contact-value';

export interface Contacts {
  email: { value: string; verified: boolean } | null;
  mobile: { value: string; verified: boolean } | null;
  mobileDeclined: boolean;
}

/** A contact that counted until another one took its place. */
export interface FormerContact {
  id: string;
  value: string;
}

@Injectable()
export class ContactRepository {
  constructor(private readonly database: Database) {}

  /** Verified contacts; where there is none yet, the one that waits for its code. */
  async read(accountId: string): Promise<Contacts> {
    const [row] = await this.database.read<Contacts>(
      'contact.read',
      `SELECT coalesce(
                (SELECT json_build_object('value', value, 'verified', true) FROM identity.contact
                  WHERE account_id = a.id AND kind = 'email'),
                (SELECT json_build_object('value', target, 'verified', false) FROM identity.sent_code
                  WHERE account_id = a.id AND purpose = 'confirm-email' AND redeemed_at IS NULL AND voided_at IS NULL)
              ) AS email,
              coalesce(
                (SELECT json_build_object('value', value, 'verified', true) FROM identity.contact
                  WHERE account_id = a.id AND kind = 'mobile'),
                (SELECT json_build_object('value', target, 'verified', false) FROM identity.sent_code
                  WHERE account_id = a.id AND purpose = 'confirm-mobile' AND redeemed_at IS NULL AND voided_at IS NULL)
              ) AS mobile,
              a.mobile_declined_at IS NOT NULL AS "mobileDeclined"
         FROM identity.account a WHERE a.id = $1`,
      [accountId],
    );
    return row as Contacts;
  }

  /**
   * Stores a contact whose code was right. An address that is another account's user name becomes none here.
   * What counted before is kept for a while, so that its owner can be told and can undo the change.
   * @returns the one that counted before, when it was another
   */
  async set(tx: Tx, accountId: string, kind: ContactKind, value: string): Promise<FormerContact | null> {
    const former = await this.keepFormer(tx, { accountId, kind, value });
    const isUsername = kind === 'email' && !(await this.isTaken(tx, accountId, value));
    await tx.query(
      `INSERT INTO identity.contact (account_id, kind, value, verified_at, is_username)
       VALUES ($1, $2, $3, platform.now(), $4)
       ON CONFLICT (account_id, kind) DO UPDATE SET
         value = excluded.value, verified_at = excluded.verified_at, is_username = excluded.is_username`,
      [accountId, kind, value, isUsername],
    );
    if (kind === 'mobile') {
      await tx.query(`UPDATE identity.account SET mobile_declined_at = NULL WHERE id = $1`, [accountId]);
    }
    return former;
  }

  /** The verified value, if there is one. */
  async findVerified(tx: Tx, accountId: string, kind: ContactKind): Promise<string | null> {
    const [contact] = await tx.query<{ value: string }>(
      `SELECT value FROM identity.contact WHERE account_id = $1 AND kind = $2`,
      [accountId, kind],
    );
    return contact?.value ?? null;
  }

  /** Whether another value took the place of a former one within these hours. */
  async hasChanged(tx: Tx, accountId: string, kind: ContactKind, withinHours: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM identity.former_contact
        WHERE account_id = $1 AND kind = $2 AND replaced_at > platform.now() - make_interval(hours => $3)`,
      [accountId, kind, withinHours],
    );
    return rows.length > 0;
  }

  async findFormer(tx: Tx, accountId: string, id: string): Promise<(FormerContact & { replacedAt: Date }) | null> {
    const [former] = await tx.query<FormerContact & { replacedAt: Date }>(
      `SELECT id, value, replaced_at AS "replacedAt" FROM identity.former_contact WHERE account_id = $1 AND id = $2`,
      [accountId, id],
    );
    return former ?? null;
  }

  /** Puts a former contact back in its place. What had replaced it is forgotten. The caller holds the account. */
  async restore(tx: Tx, id: string): Promise<void> {
    const [former] = await tx.query<{ accountId: string; value: string; wasUsername: boolean }>(
      `SELECT account_id AS "accountId", value, was_username AS "wasUsername" FROM identity.former_contact WHERE id = $1`,
      [id],
    );
    if (!former) return;
    const isUsername = former.wasUsername && !(await this.isTaken(tx, former.accountId, former.value));
    await tx.query(
      `INSERT INTO identity.contact (account_id, kind, value, verified_at, is_username)
       SELECT account_id, kind, value, platform.now(), $2 FROM identity.former_contact WHERE id = $1
       ON CONFLICT (account_id, kind) DO UPDATE SET
         value = excluded.value, verified_at = excluded.verified_at, is_username = excluded.is_username`,
      [id, isUsername],
    );
  }

  /** Forgets contacts that stopped counting so many days ago. */
  async forgetFormer(tx: Tx, days: number): Promise<void> {
    await tx.query(
      `DELETE FROM identity.former_contact WHERE replaced_at < platform.now() - make_interval(days => $1)`,
      [days],
    );
  }

  /** The member has no mobile phone: what would be sent there comes by post. */
  async declineMobile(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM identity.contact WHERE account_id = $1 AND kind = 'mobile'`, [accountId]);
    await tx.query(`UPDATE identity.account SET mobile_declined_at = platform.now() WHERE id = $1`, [accountId]);
  }

  /** Whether this address is the user name of somebody else. Waits for others who are just taking it. */
  async isTaken(tx: Tx, accountId: string, email: string): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(7302, hashtext(lower($1)))`, [email]);
    const rows = await tx.query(
      `SELECT FROM identity.contact WHERE lower(value) = lower($2) AND is_username AND account_id <> $1`,
      [accountId, email],
    );
    return rows.length > 0;
  }

  async isComplete(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM identity.account a WHERE a.id = $1
         AND EXISTS (SELECT FROM identity.contact c WHERE c.account_id = a.id AND c.kind = 'email')
         AND (a.mobile_declined_at IS NOT NULL
              OR EXISTS (SELECT FROM identity.contact c WHERE c.account_id = a.id AND c.kind = 'mobile'))`,
      [accountId],
    );
    return rows.length > 0;
  }

  private async keepFormer(
    tx: Tx,
    { accountId, kind, value }: { accountId: string; kind: ContactKind; value: string },
  ): Promise<FormerContact | null> {
    await tx.query(`SELECT FROM identity.contact WHERE account_id = $1 AND kind = $2 FOR UPDATE`, [accountId, kind]);
    const [former] = await tx.query<FormerContact>(
      `INSERT INTO identity.former_contact (id, account_id, kind, value, was_username, replaced_at)
       SELECT $4, account_id, kind, value, is_username, platform.now() FROM identity.contact
        WHERE account_id = $1 AND kind = $2 AND lower(value) <> lower($3)
       RETURNING id, value`,
      [accountId, kind, value, newId<'FormerContact'>()],
    );
    return former ?? null;
  }
}
