import { createLogger, NestLogger } from './logger';
import { withTrace } from './trace';

let lines: string[] = [];
const logger = createLogger('debug', 'test', { write: (line) => void lines.push(line) });
const last = () => JSON.parse(lines.at(-1) as string) as Record<string, unknown>;

beforeEach(() => {
  lines = [];
});

describe('log lines', () => {
  const secrets = {
    password: 'Regenbogen-7-Fahrrad',
    currentPassword: 'Regenbogen-7-Fahrrad',
    newPassword: 'Leuchtturm_Kaffee.42',
    code: '7KQ4-M2TX-9HRW',
    token: 'tok-123',
    cookie: 'of_session=abc',
    authorization: 'Bearer abc',
    kvnr: 'A123456780',
    username: 'erika',
    email: 'erika@beispiel.example',
    mobile: '+4915123456789',
    iban: 'DE89370400440532013000',
    postalCode: '01099',
  };

  it.each(Object.entries(secrets))('S60 blot out %s at any depth of two', (key, value) => {
    logger.info({ [key]: value, body: { [key]: value }, request: { body: { [key]: value } } }, 'a call');
    expect(lines.join('')).not.toContain(value);
    expect(last()).toMatchObject({ [key]: '[redacted]', request: { body: { [key]: '[redacted]' } } });
  });

  it('S60 leave out the row that a driver error quotes', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "account_one_per_kvnr"'), {
      code: '23505',
      constraint: 'account_one_per_kvnr',
      table: 'account',
      detail: 'Key (kvnr)=(A123456780) already exists.',
      where: 'A123456780',
      parameters: ['A123456780'],
    });
    logger.error({ err: error }, 'failed');
    expect(lines.join('')).not.toContain('A123456780');
    expect(last()).toMatchObject({ err: { errorCode: '23505', constraint: 'account_one_per_kvnr' } });
  });

  it('S60 leave out the value in the message of a data error', () => {
    const error = Object.assign(new Error('invalid input syntax for type date: "A123456780"'), { code: '22P02' });
    logger.error({ err: error }, 'failed');
    expect(lines.join('')).not.toContain('A123456780');
    expect(last()).toMatchObject({ err: { message: 'invalid input syntax for type date: "…"' } });
  });

  it('S60 stay one line of JSON whatever they carry', () => {
    logger.info({ agent: 'Mozilla\r\n{"level":"fatal","msg":"forged"}' }, 'line\nbreak\u2028');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
    expect(last()).toMatchObject({ level: 'info', msg: 'line\nbreak\u2028' });
  });

  it('carry the trace of what they belong to', () => {
    withTrace('trace-1', () => new NestLogger(logger).warn('slow', 'Router'));
    expect(last()).toMatchObject({ traceId: 'trace-1', context: 'Router', level: 'warn' });
    logger.info('outside');
    expect(last()).not.toHaveProperty('traceId');
  });
});
