import type { ImportCounts, RejectedLine } from '@of/membership';

/** A file with a systematic fault has as many rejected lines as lines; nobody reads them all. */
const MOST_LINES = 200;

/** What an import leaves on the terminal: counts, and which lines were left out for what reason. */
export class ImportReport {
  private readonly kept: RejectedLine[] = [];

  rejected(line: RejectedLine): void {
    if (this.kept.length < MOST_LINES) this.kept.push(line);
  }

  print(counts: ImportCounts): string {
    const { created, changed, unchanged, superseded, rejected } = counts;
    const lines = [`created ${created}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected}`];
    if (superseded > 0) lines.push(`${superseded} of people who appear again further down: their last line counts`);
    if (rejected > 0) lines.push('Rejected lines:', ...this.rejectedLines(rejected));
    return lines.join('\n');
  }

  private rejectedLines(rejected: number): string[] {
    const inOrder = [...this.kept].sort((one, other) => one.line - other.line);
    const printed = inOrder.map(({ line, faults }) => {
      const reasons = faults.map(({ pointer, code }) => (pointer ? `${pointer} ${code}` : code));
      return `  line ${line}: ${reasons.join(', ')}`;
    });
    const more = rejected - printed.length;
    return more > 0 ? [...printed, `  and ${more} more`] : printed;
  }
}
