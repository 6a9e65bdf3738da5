import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { ContactKind } from '../domain/contact-value';

export interface Contacts {
  email: { value: string; verified: boolean } | null;
  mobile: { value: string; verified: boolean } | null;
  mobileDeclined: boolean;
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
   * @returns the value that counted before, if any
   */
  async set(tx: Tx, accountId: string, kind: ContactKind, value: string): Promise<string | null> {
    const [former] = await tx.query<{ value: string }>(
      `SELECT value FROM identity.contact WHERE account_id = $1 AND kind = $2 FOR UPDATE`,
      [accountId, kind],
    );
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
    return former?.value ?? null;
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
}
