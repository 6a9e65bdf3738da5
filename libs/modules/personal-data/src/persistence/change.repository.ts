import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { ChangeKind } from '../domain/change';

export interface NewChange {
  id: string;
  reference: string;
  insuredId: string;
  kind: ChangeKind;
  /** The release that let it happen; null where none was needed. */
  approvalId: string | null;
  sealedContent: Buffer;
  /** `YYYY-MM-DD`; null for today. */
  appliesFrom: string | null;
  payoutsHeldUntil: Date | null;
}

/** A change as the member sees it. */
export interface Change {
  id: string;
  reference: string;
  kind: ChangeKind;
  approvalId: string | null;
  appliesFrom: string;
  payoutsHeldUntil: Date | null;
  createdAt: Date;
  acknowledgedAt: Date | null;
}

@Injectable()
export class ChangeRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, change: NewChange): Promise<void> {
    await tx.query(
      `INSERT INTO personal_data.change (id, reference, insured_id, kind, approval_id, sealed_content, applies_from,
         payouts_held_until)
       VALUES ($1, $2, $3, $4, $5, $6, coalesce($7::date, platform.today()), $8)`,
      [
        change.id,
        change.reference,
        change.insuredId,
        change.kind,
        change.approvalId,
        change.sealedContent,
        change.appliesFrom,
        change.payoutsHeldUntil,
      ],
    );
  }

  list(insuredId: string, limit: number): Promise<Change[]> {
    return this.database.read<Change>(
      'personal-data.changes',
      `SELECT id, reference, kind, approval_id AS "approvalId", applies_from::text AS "appliesFrom",
         payouts_held_until AS "payoutsHeldUntil", created_at AS "createdAt", acknowledged_at AS "acknowledgedAt"
         FROM personal_data.change WHERE insured_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2`,
      [insuredId, limit],
    );
  }

  /** All of them, the oldest first, with what was changed still sealed. */
  listSealed(insuredId: string): Promise<{ id: string; sealed: Buffer }[]> {
    return this.database.read(
      'personal-data.sealed-changes',
      `SELECT id, reference, kind, applies_from::text AS "appliesFrom", created_at AS "createdAt",
         acknowledged_at AS "acknowledgedAt", sealed_content AS sealed
         FROM personal_data.change WHERE insured_id = $1 ORDER BY created_at, id`,
      [insuredId],
    );
  }

  async hasAny(tx: Tx, insuredId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM personal_data.change WHERE insured_id = $1 LIMIT 1`, [insuredId]);
    return rows.length > 0;
  }
}
