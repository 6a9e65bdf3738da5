/** What a database fault means for the caller. Source: PostgreSQL manual, appendix A (SQLSTATE classes). */
export type DatabaseFault = 'bad-data' | 'duplicate' | 'missing-reference' | 'retry' | 'unavailable' | 'bug';

const connectionFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN']);
const connectionMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|not queryable|Driver not Connected/i;

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const direct = (error as { code?: unknown }).code;
  if (typeof direct === 'string') return direct;
  return codeOf((error as { driverError?: unknown }).driverError);
}

/** Classifies an error thrown by the driver; `null` when it does not come from the database. */
export function databaseFault(error: unknown): DatabaseFault | null {
  const code = codeOf(error);
  if (code && connectionFaults.has(code)) return 'unavailable';
  if (error instanceof Error && connectionMessages.test(error.message)) return 'unavailable';
  if (!code || !/^[0-9A-Z]{5}$/.test(code)) return null;
  if (code.startsWith('22')) return 'bad-data';
  if (code === '23505' || code === '23P01') return 'duplicate';
  if (code === '23503') return 'missing-reference';
  if (code.startsWith('40') || code === '55P03') return 'retry';
  if (/^(08|53|57)/.test(code) || code === '25P03') return 'unavailable';
  return 'bug';
}

/** Name of the violated constraint, where the driver tells it. */
export function violatedConstraint(error: unknown): string | undefined {
  const own = (error as { constraint?: unknown } | null)?.constraint;
  if (typeof own === 'string') return own;
  const inner = (error as { driverError?: { constraint?: unknown } } | null)?.driverError?.constraint;
  return typeof inner === 'string' ? inner : undefined;
}
