import type { LetterId, LetterPurpose } from '../../domain/letter';

/** What goes with a letter to the print provider. The secret stands in the PDF alone. */
export interface PrintJob {
  readonly letterId: LetterId;
  readonly purpose: LetterPurpose;
  readonly kvnr: string;
  readonly externalId: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly pages: number;
  /** Of the PDF, hexadecimal. */
  readonly sha256: string;
}

/** A report as it was found, unread. */
export interface FoundReport {
  /** Name under which the provider left it; handed back to `file`. */
  readonly name: string;
  /** Letter that the name points to; null when it points to none. */
  readonly letterId: LetterId | null;
  /** The parsed JSON; undefined when it is none. */
  readonly content: unknown;
}

/**
 * Port: the print provider. A letter may be handed over again after a crash; the provider sees the same name and the same
 * bytes, so it stays one letter.
 */
export abstract class PrintService {
  abstract handOver(job: PrintJob, pdf: Buffer): Promise<void>;
  abstract findReports(): Promise<FoundReport[]>;
  /** Puts a report away, so that it is not found again. */
  abstract file(report: FoundReport, verdict: 'applied' | 'rejected'): Promise<void>;
}
