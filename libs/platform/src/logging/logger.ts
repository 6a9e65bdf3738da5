import { type LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
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

/** @param destination where the lines go; standard output unless told otherwise */
export function createLogger(level: string, name: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
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
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * Driver errors quote the row they stumbled over (`detail`), which may be personal: only type, code, message and stack
 * are kept. Faulty data (class 22) is quoted in the message, too: it is blotted out.
 */
// `errorCode`, because a key named `code` is blotted out.
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  const clean = (text: string | undefined): string | undefined =>
    typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code) ? text?.replace(/"[^"]*"/g, '"…"') : text;
  return {
    type: error.constructor.name,
    message: clean(error.message),
    errorCode: code,
    constraint,
    table,
    stack: clean(error.stack),
  };
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
