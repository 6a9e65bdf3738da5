import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { SubmissionId } from '../domain/submission';
import type { SubmissionState } from '../domain/submission-state';

export interface OpenSubmission {
  readonly id: SubmissionId;
  readonly number: string;
  readonly accountId: string;
  readonly subjectId: string;
  readonly state: SubmissionState;
  readonly receivedAt: Date;
  readonly forwardedAt: Date | null;
  readonly overdueAt: Date | null;
}

const columns = `
  id, number, account_id AS "accountId", subject_id AS "subjectId", state, received_at AS "receivedAt",
  forwarded_at AS "forwardedAt", overdue_at AS "overdueAt"`;

/** How submissions go on. Whoever changes one has locked it in the same transaction, or guards the change itself. */
@Injectable()
export class SubmissionProgressRepository {
  constructor(private readonly database: Database) {}

  /** Those that no receiving system has been given yet, oldest first. */
  listToForward(limit: number): Promise<{ id: SubmissionId; documentId: string }[]> {
    return this.database.read(
      'applications.to-forward',
      `SELECT id, document_id AS "documentId" FROM applications.submission
        WHERE forwarded_at IS NULL AND state IN ('submitted', 'overdue') ORDER BY received_at LIMIT $1`,
      [limit],
    );
  }

  /** Those that wait for their acknowledgement, oldest first. */
  listOpen(limit: number): Promise<OpenSubmission[]> {
    return this.database.read<OpenSubmission>(
      'applications.open-submissions',
      `SELECT ${columns} FROM applications.submission
        WHERE state IN ('submitted', 'forwarded', 'overdue') ORDER BY received_at LIMIT $1`,
      [limit],
    );
  }

  async countOverdue(): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      'applications.count-overdue',
      `SELECT count(*)::int AS count FROM applications.submission WHERE state = 'overdue'`,
    );
    return row?.count ?? 0;
  }

  /** What is overdue stays so until it is acknowledged. */
  async markForwarded(tx: Tx, id: SubmissionId): Promise<void> {
    await tx.query(
      `UPDATE applications.submission SET forwarded_at = coalesce(forwarded_at, platform.now()),
              state = CASE state WHEN 'submitted' THEN 'forwarded' ELSE state END
        WHERE id = $1`,
      [id],
    );
  }

  async markAcknowledged(tx: Tx, id: SubmissionId, reference: string | null): Promise<void> {
    await tx.query(
      `UPDATE applications.submission SET state = 'acknowledged', acknowledged_at = platform.now(), core_reference = $2,
              forwarded_at = coalesce(forwarded_at, platform.now())
        WHERE id = $1`,
      [id, reference],
    );
  }

  async markRejected(tx: Tx, id: SubmissionId): Promise<void> {
    await tx.query(
      `UPDATE applications.submission SET state = 'rejected', rejected_at = platform.now() WHERE id = $1`,
      [id],
    );
  }

  /** Those received that many hours ago or more about which nobody was told yet. At most 200 at a time. */
  markOverdue(tx: Tx, afterHours: number): Promise<OpenSubmission[]> {
    return tx.query<OpenSubmission>(
      `UPDATE applications.submission SET state = 'overdue', overdue_at = platform.now()
        WHERE id IN (
          SELECT id FROM applications.submission
           WHERE state IN ('submitted', 'forwarded') AND overdue_at IS NULL
             AND received_at <= platform.now() - make_interval(hours => $1)
           ORDER BY received_at LIMIT 200 FOR UPDATE SKIP LOCKED)
        RETURNING ${columns}`,
      [afterHours],
    );
  }
}
