/** What the print provider tells about a letter. */
export interface PrintReport {
  readonly status: 'printed' | 'posted' | 'returned';
  readonly at: Date;
}

const statuses: readonly string[] = ['printed', 'posted', 'returned'] satisfies PrintReport['status'][];
const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads `{ "status": "printed"|"posted"|"returned", "at": "<ISO 8601 with offset>" }`; null when it is anything else. */
export function parsePrintReport(content: unknown): PrintReport | null {
  if (typeof content !== 'object' || content === null) return null;
  const { status, at } = content as { status?: unknown; at?: unknown };
  if (typeof status !== 'string' || !statuses.includes(status)) return null;
  if (typeof at !== 'string' || !instantShape.test(at)) return null;
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? null : { status: status as PrintReport['status'], at: instant };
}
