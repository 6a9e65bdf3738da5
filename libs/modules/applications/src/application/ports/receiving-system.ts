import { type Readable } from 'node:stream';
import type { ReceiptPage } from '../../domain/receipt';
import type { Answers, Category, SubmissionId } from '../../domain/submission';

/** A person as the core system knows them. */
export interface NamedPerson {
  readonly externalId: string;
  readonly kvnr: string;
}

/** What goes with a document to the receiving system. */
export interface HandedOverSubmission {
  readonly submissionId: SubmissionId;
  readonly number: string;
  readonly category: Category;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly person: NamedPerson;
  /** Who sent it: the person, or a parent. */
  readonly sender: NamedPerson;
  readonly fields: Answers | null;
  readonly pages: readonly ReceiptPage[];
  readonly content: { readonly mediaType: string; readonly size: number; readonly sha256: string };
}

/** An acknowledgement as it was found, unread. */
export interface FoundAcknowledgement {
  readonly name: string;
  readonly submissionId: SubmissionId | null;
  /** The parsed JSON; undefined when it is none. */
  readonly content: unknown;
}

/**
 * Port: the system in which submissions are worked on. One may be handed over again after a crash; the system sees the same
 * id and the same bytes, so it stays one.
 */
export abstract class ReceivingSystem {
  abstract handOver(submission: HandedOverSubmission, content: Readable): Promise<void>;
  abstract findAcknowledgements(): Promise<FoundAcknowledgement[]>;
  /** Puts an acknowledgement away, so that it is not found again. */
  abstract file(found: FoundAcknowledgement, verdict: 'applied' | 'rejected'): Promise<void>;
}
