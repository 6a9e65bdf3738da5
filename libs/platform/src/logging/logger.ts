import { type LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { currentTrace } from './trace';

/** Names under which personal data or secrets could slip into a log object. They are replaced, at any depth of two. */
const redacted = [
  'password',
  'currentPassword',
  'newPassword',
  'code',
  'token',
  'cookie',
  'authorization',
  'kvnr',
  'username',
  'email',
  'mobile',
  'iban',
  'postalCode',
];

export function createLogger(level: string, name: string): Logger {
  return pino({
    level,
    name,
    redact: {
      paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[redacted]',
    },
    mixin: () => {
      const traceId = currentTrace();
      return traceId ? { traceId } : {};
    },
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: serializeError },
  });
}

/**
 * Driver errors quote the row they stumbled over (`detail`), which may be personal. Only type, code, message class and
 * stack are kept.
 */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return { type: error.constructor.name, message: error.message, code, constraint, table, stack: error.stack };
}

/** Lets Nest's own messages go through pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
