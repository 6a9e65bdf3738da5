import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, SessionReader, type NextStep, type SessionActor, type Tx } from '@of/platform';
import { ABSOLUTE_HOURS, IDLE_MINUTES, MAX_SESSIONS, TOUCH_SECONDS } from '../domain/session-limits';

const actorColumns = `
  'member' AS kind, s.id AS "sessionId", s.account_id AS "accountId", a.insured_id AS "insuredId", s.level,
  s.next_step AS "nextStep", s.idle_expires_at AS "idleExpiresAt", s.absolute_expires_at AS "absoluteExpiresAt"`;

const isAlive = `s.ended_at IS NULL AND s.idle_expires_at > platform.now() AND s.absolute_expires_at > platform.now()`;
const newDeadline = `least(absolute_expires_at, platform.now() + interval '${IDLE_MINUTES} minutes')`;

const readSession = `
  SELECT ${actorColumns}, s.last_seen_at < platform.now() - interval '${TOUCH_SECONDS} seconds' AS "isStale"
    FROM identity.session s JOIN identity.account a ON a.id = s.account_id
   WHERE s.token_hash = $1 AND ${isAlive} AND a.state <> 'deactivated' AND a.locked_at IS NULL`;

const touchSession = `
  UPDATE identity.session s SET last_seen_at = platform.now(), idle_expires_at = ${newDeadline}
   WHERE s.id = $1 AND ${isAlive} RETURNING s.idle_expires_at AS "idleExpiresAt"`;

export interface SessionOrigin {
  browser: string;
  /** Address of the client, shortened. */
  address: string;
  /** Id of the browser's own cookie when it signed in to this account before. */
  trustedBrowser: string | null;
}

export interface SessionOverview {
  id: string;
  browser: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Sessions live in PostgreSQL; only the SHA-256 of their 256-bit secret is stored (S23). */
@Injectable()
export class SessionRepository extends SessionReader {
  constructor(private readonly database: Database) {
    super();
  }

  async read(token: string, options: { touch: boolean }): Promise<SessionActor | null> {
    const [row] = await this.database.read<SessionActor & { isStale: boolean }>('session.read', readSession, [
      hashOf(token),
    ]);
    if (!row) return null;
    const { isStale, ...actor } = row;
    if (!options.touch || !isStale) return actor;
    const idleExpiresAt = await this.extend(actor.sessionId);
    return idleExpiresAt && { ...actor, idleExpiresAt };
  }

  /** Moves the idle deadline, as any use does. Null when the session is over. */
  async extend(sessionId: string): Promise<Date | null> {
    const [row] = await this.database.execute<{ idleExpiresAt: Date }>('session.touch', touchSession, [sessionId]);
    return row?.idleExpiresAt ?? null;
  }

  async getActor(tx: Tx, sessionId: string): Promise<SessionActor> {
    const [actor] = await tx.query<SessionActor>(
      `SELECT ${actorColumns} FROM identity.session s JOIN identity.account a ON a.id = s.account_id WHERE s.id = $1`,
      [sessionId],
    );
    return actor as SessionActor;
  }

  /** Starts a session. Beyond the fifth, the one used least recently ends. The secret is returned once. */
  async start(
    tx: Tx,
    session: { accountId: string; browser: string; address: string; trustedBrowser: string | null },
  ): Promise<{ token: string; sessionId: string }> {
    const token = randomBytes(32).toString('base64url');
    const sessionId = newId<'Session'>();
    await tx.query(
      `UPDATE identity.session SET ended_at = platform.now(), end_reason = 'too-many' WHERE id IN (
         SELECT s.id FROM identity.session s WHERE s.account_id = $1 AND ${isAlive}
          ORDER BY s.last_seen_at DESC OFFSET ${MAX_SESSIONS - 1})`,
      [session.accountId],
    );
    await tx.query(
      `INSERT INTO identity.session (id, token_hash, account_id, browser, address, trusted_browser, idle_expires_at, absolute_expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, platform.now() + interval '${IDLE_MINUTES} minutes',
               platform.now() + interval '${ABSOLUTE_HOURS} hours')`,
      [sessionId, hashOf(token), session.accountId, session.browser, session.address, session.trustedBrowser],
    );
    return { token, sessionId };
  }

  async setNextStep(tx: Tx, sessionId: string, nextStep: NextStep | null): Promise<void> {
    await tx.query(`UPDATE identity.session SET next_step = $2 WHERE id = $1`, [sessionId, nextStep]);
  }

  /** The session was confirmed on a device: from now on it may do everything. */
  async raise(tx: Tx, sessionId: string): Promise<void> {
    await tx.query(`UPDATE identity.session SET level = 'full' WHERE id = $1`, [sessionId]);
  }

  /** A device was bound: sessions that came in without one are asked for its release. */
  async demandApproval(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE identity.session s SET next_step = 'approve-login'
        WHERE s.account_id = $1 AND s.level = 'basic' AND ${isAlive}`,
      [accountId],
    );
  }

  /** Whether the session still runs; it cannot end before the transaction does. */
  async holdAlive(tx: Tx, sessionId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM identity.session s WHERE s.id = $1 AND ${isAlive} FOR SHARE`, [sessionId]);
    return rows.length > 0;
  }

  /** Where a session came from: what is told on the device that releases something. */
  async getOrigin(tx: Tx, sessionId: string): Promise<SessionOrigin> {
    const [origin] = await tx.query<SessionOrigin>(
      `SELECT browser, address, trusted_browser AS "trustedBrowser" FROM identity.session WHERE id = $1`,
      [sessionId],
    );
    return origin as SessionOrigin;
  }

  /** Ends one session of this account; false when there is no such running session. */
  async end(tx: Tx, accountId: string, sessionId: string, reason: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.session s SET ended_at = platform.now(), end_reason = $3
        WHERE s.id = $1 AND s.account_id = $2 AND ${isAlive} RETURNING id`,
      [sessionId, accountId, reason],
    );
    return rows.length > 0;
  }

  async endOthers(tx: Tx, accountId: string, exceptSessionId: string | null, reason: string): Promise<void> {
    await tx.query(
      `UPDATE identity.session s SET ended_at = platform.now(), end_reason = $3
        WHERE s.account_id = $1 AND s.id IS DISTINCT FROM $2 AND ${isAlive}`,
      [accountId, exceptSessionId, reason],
    );
  }

  list(accountId: string, currentId: string): Promise<SessionOverview[]> {
    return this.database.read<SessionOverview>(
      'session.list',
      `SELECT s.id, s.browser, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.id = $2 AS "isCurrent"
         FROM identity.session s WHERE s.account_id = $1 AND ${isAlive} ORDER BY s.last_seen_at DESC`,
      [accountId, currentId],
    );
  }

  /** Forgets sessions that have been over for 30 days. */
  async forgetOld(tx: Tx): Promise<void> {
    await tx.query(`DELETE FROM identity.session WHERE absolute_expires_at < platform.now() - interval '30 days'`);
    await tx.query(`DELETE FROM identity.throttle WHERE last_try_at < platform.now() - interval '30 days'`);
  }
}
