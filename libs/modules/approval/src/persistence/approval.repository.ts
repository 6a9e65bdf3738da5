import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { ApprovalContent } from '../domain/approval-content';
import { approvalStale } from '../domain/approval.errors';
import type { ApprovalStatus } from '../domain/approval-status';

/** An approval as it stands now. */
export interface Approval extends ApprovalContent {
  id: string;
  accountId: string;
  sessionId: string | null;
  status: ApprovalStatus;
  /** The canonical text of the content, and its SHA-256 as it was when the approval was asked for. */
  content: string;
  contentHash: Buffer;
  decidedAt: Date | null;
  deviceId: string | null;
}

/** One about to be stored. */
export interface NewApproval {
  id: string;
  accountId: string;
  insuredId: string;
  sessionId: string;
  action: string;
  content: string;
  contentHash: Buffer;
  sealedPayload: Buffer;
  bucket: string;
  createdAt: string;
  expiresAt: string;
}

interface Row {
  id: string;
  accountId: string;
  sessionId: string | null;
  status: ApprovalStatus;
  content: string;
  contentHash: Buffer;
  decidedAt: Date | null;
  deviceId: string | null;
}

/** One that ended without release. */
export interface EndedRow {
  id: string;
  accountId: string;
  insuredId: string;
  sessionId: string | null;
  action: string;
}

/** Time runs out and sessions end by themselves: what the row says is read together with both. */
const status = `CASE WHEN a.status <> 'pending' THEN a.status
  WHEN a.expires_at <= platform.now() THEN 'expired'
  WHEN s.ended_at IS NOT NULL OR s.absolute_expires_at <= platform.now() OR s.id IS NULL THEN 'cancelled'
  ELSE 'pending' END`;

const select = `
  SELECT a.id, a.account_id AS "accountId", a.session_id AS "sessionId", ${status} AS status, a.content,
         a.content_hash AS "contentHash", a.decided_at AS "decidedAt", a.device_id AS "deviceId"
    FROM approval.approval a LEFT JOIN identity.session s ON s.id = a.session_id`;

const ended = `id, account_id AS "accountId", insured_id AS "insuredId", session_id AS "sessionId", action`;

/**
 * Only content that is still what was asked is read at all.
 * @throws DomainError `approval-stale`
 */
function fromRow(row: Row): Approval {
  if (!isGenuine(row)) throw approvalStale();
  return { ...(JSON.parse(row.content) as ApprovalContent), ...row };
}

function isGenuine({ content, contentHash }: Row): boolean {
  return timingSafeEqual(createHash('sha256').update(content).digest(), contentHash);
}

@Injectable()
export class ApprovalRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, approval: NewApproval): Promise<void> {
    await tx.query(
      `INSERT INTO approval.approval (id, account_id, insured_id, session_id, action, content, content_hash,
         sealed_payload, bucket, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        approval.id,
        approval.accountId,
        approval.insuredId,
        approval.sessionId,
        approval.action,
        approval.content,
        approval.contentHash,
        approval.sealedPayload,
        approval.bucket,
        approval.createdAt,
        approval.expiresAt,
      ],
    );
  }

  async find(accountId: string, id: string): Promise<Approval | null> {
    const [row] = await this.database.read<Row>('approval.find', `${select} WHERE a.account_id = $1 AND a.id = $2`, [
      accountId,
      id,
    ]);
    return row ? fromRow(row) : null;
  }

  /** The newest approval of a session's own login. */
  async findLogin(sessionId: string): Promise<Approval | null> {
    const [row] = await this.database.read<Row>(
      'approval.login',
      `${select} WHERE a.session_id = $1 AND a.action = 'login' ORDER BY a.created_at DESC LIMIT 1`,
      [sessionId],
    );
    return row ? fromRow(row) : null;
  }

  /** Seconds that somebody still has to decide; null when nothing waits any more. */
  async secondsLeft(accountId: string, id: string): Promise<number | null> {
    const [row] = await this.database.read<{ left: number }>(
      'approval.seconds-left',
      `SELECT ceil(extract(epoch FROM a.expires_at - platform.now()))::int AS left
         FROM approval.approval a LEFT JOIN identity.session s ON s.id = a.session_id
        WHERE a.account_id = $1 AND a.id = $2 AND ${status} = 'pending'`,
      [accountId, id],
    );
    return row?.left ?? null;
  }

  /** Newest first. */
  async list(accountId: string, options: { status?: ApprovalStatus; limit: number }): Promise<Approval[]> {
    const rows = await this.database.read<Row>(
      'approval.list',
      `SELECT * FROM (${select} WHERE a.account_id = $1) listed
        WHERE $2::text IS NULL OR status = $2 ORDER BY id DESC LIMIT $3`,
      [accountId, options.status ?? null, options.limit],
    );
    return rows.filter(isGenuine).map(fromRow);
  }

  /** Seconds until a browser may cause the next request, beyond `count` unanswered ones; null when it may now. */
  async waitBeyond(tx: Tx, owner: { accountId: string; bucket: string }, limit: { count: number; seconds: number }) {
    const [row] = await tx.query<{ wait: number }>(
      `SELECT ceil(extract(epoch FROM a.created_at + make_interval(secs => $4) - platform.now()))::int AS wait
         FROM approval.approval a
        WHERE a.account_id = $1 AND a.bucket = $2 AND a.status IN ('pending', 'expired', 'cancelled')
          AND a.created_at > platform.now() - make_interval(secs => $4)
        ORDER BY a.created_at DESC OFFSET $3 - 1 LIMIT 1`,
      [owner.accountId, owner.bucket, limit.count, limit.seconds],
    );
    return row ? Math.max(1, row.wait) : null;
  }

  /** The payload, sealed as it was stored. */
  async sealedPayload(tx: Tx, id: string): Promise<Buffer> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      `SELECT sealed_payload AS sealed FROM approval.approval WHERE id = $1`,
      [id],
    );
    return (row as { sealed: Buffer }).sealed;
  }

  /**
   * The one statement that decides: it counts only while the approval waits, is in time and still holds what was signed.
   * @returns false when somebody or something else was first
   */
  async decide(
    tx: Tx,
    approval: { id: string; contentHash: Buffer },
    to: 'approved' | 'declined',
    deviceId: string,
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE approval.approval SET status = $2, decided_at = platform.now(), device_id = $3
        WHERE id = $1 AND status = 'pending' AND content_hash = $4 AND expires_at > platform.now() RETURNING id`,
      [approval.id, to, deviceId, approval.contentHash],
    );
    return rows.length > 0;
  }

  /** Withdraws what waits: all of an account, or what `session` and `action` name. */
  async cancel(
    tx: Tx,
    accountId: string,
    only: { id?: string; sessionId?: string; action?: string },
  ): Promise<EndedRow[]> {
    return tx.query<EndedRow>(
      `UPDATE approval.approval SET status = 'cancelled', decided_at = platform.now()
        WHERE account_id = $1 AND status = 'pending' AND expires_at > platform.now() AND ($2::uuid IS NULL OR id = $2)
          AND ($3::uuid IS NULL OR session_id = $3) AND ($4::text IS NULL OR action = $4)
        RETURNING ${ended}`,
      [accountId, only.id ?? null, only.sessionId ?? null, only.action ?? null],
    );
  }

  /** Marks what ran out, of one account or of all; at most `limit` rows, those another run holds are left to it. */
  async expire(tx: Tx, accountId: string | null, limit: number): Promise<EndedRow[]> {
    return tx.query<EndedRow>(
      `UPDATE approval.approval SET status = 'expired', decided_at = platform.now()
        WHERE id IN (SELECT id FROM approval.approval WHERE status = 'pending' AND expires_at <= platform.now()
                       AND ($1::uuid IS NULL OR account_id = $1) ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING ${ended}`,
      [accountId, limit],
    );
  }
}
