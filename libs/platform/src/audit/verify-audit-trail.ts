import { createHash } from 'node:crypto';
import type { Database } from '../database/database';

/** Where a chain of the audit trail does not hold. */
export interface AuditFault {
  chain: number;
  position: number;
  reason: 'altered' | 'missing';
}

interface Row {
  chain: number;
  position: string;
  at: string;
  content: string;
  hash: Buffer;
}

const PAGE = 1_000;

/**
 * Recomputes every chain outside the database: `hash = SHA-256(previous hash ‖ time ‖ content)`.
 * @returns the first fault of each chain; empty when the trail holds
 */
export async function verifyAuditTrail(database: Database): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (let chain = 0; chain < 8; chain++) {
    const fault = await firstFault(database, chain);
    if (fault) faults.push(fault);
  }
  return faults;
}

async function firstFault(database: Database, chain: number): Promise<AuditFault | null> {
  let previous: Buffer = Buffer.alloc(0);
  let expected = 1;
  for (;;) {
    const rows = await database.read<Row>(
      'audit.page',
      `SELECT chain, position, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, content, hash
         FROM platform.audit_entry WHERE chain = $1 AND position >= $2 ORDER BY position LIMIT ${PAGE}`,
      [chain, expected],
    );
    for (const row of rows) {
      if (Number(row.position) !== expected) return { chain, position: expected, reason: 'missing' };
      const hash = createHash('sha256')
        .update(previous)
        .update(row.at + row.content)
        .digest();
      if (!hash.equals(row.hash)) return { chain, position: expected, reason: 'altered' };
      previous = hash;
      expected += 1;
    }
    if (rows.length < PAGE) return null;
  }
}
