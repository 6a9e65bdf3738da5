import { type Readable } from 'node:stream';

export type ScanVerdict =
  | { outcome: 'clean' }
  | { outcome: 'infected'; signature: string }
  /** The scanner works and cannot judge this content, e.g. because it is too large for it. */
  | { outcome: 'failed'; reason: string };

/** Port: looks for malware. It fails closed: whatever is no clear answer is no `clean`. */
export abstract class VirusScanner {
  /** False when no scanner is configured: everything then counts as clean and unscanned. */
  abstract readonly isConfigured: boolean;
  /**
   * @param open gives the content from its start; called again for each try
   * @throws ScannerAway when the scanner did not answer clearly
   */
  abstract scan(open: () => Promise<Readable>): Promise<ScanVerdict>;
}

/** No answer, a late one or garbage: the content stays in quarantine and is scanned later. */
export class ScannerAway extends Error {}
