import { ConfigurationError, loadConfig } from './load-config';

const base = {
  DATABASE_URL: 'postgres://app@db/onlinefiliale',
  SESSION_SECRET: 'aXk2-session-Qm81-zzLk0-9912-pPq3',
  PASSWORD_PEPPER: 'aXk2-password-Qm81-zzLk0-9912-pPq3',
  CODE_PEPPER: 'aXk2-codes-Qm81-zzLk0-9912-pPq3-xx',
  MASTER_KEY: Buffer.alloc(32, 9).toString('base64'),
  VAPID_PRIVATE_KEY: Buffer.alloc(32, 8).toString('base64'),
  RECEIPT_SIGNING_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const production = {
  ...base,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://onlinefiliale.example',
  COMPANION_URL: 'https://bestaetigen.onlinefiliale.example',
  SMTP_URL: 'smtps://mail.example',
  SMS_GATEWAY_URL: 'https://sms.example',
  CLAMD_URL: 'tcp://clamav:3310',
  VAPID_SUBJECT: 'mailto:portal@kasse.test',
};
const faultOf = (env: Record<string, string | undefined>): string => {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
};

describe('loadConfig', () => {
  it('reads a complete environment and fills in the rest', () => {
    const config = loadConfig({ ...base, PORT: '4000', REDIS_URL: '' });
    expect(config).toMatchObject({
      PORT: 4000,
      PUBLIC_URL: 'http://localhost:4000',
      DATA_DIR: '.data',
      PASSWORD_HASH_COST: 12,
    });
    expect(config.REDIS_URL).toBeUndefined();
    expect([config.isProduction, config.isHttps]).toEqual([false, false]);
  });

  it('boots a complete production', () => {
    expect(loadConfig(production)).toMatchObject({
      isProduction: true,
      isHttps: true,
      publicOrigin: 'https://onlinefiliale.example',
    });
  });

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://x'],
    ['SESSION_SECRET', 'short'],
    ['PASSWORD_PEPPER', undefined],
    ['CODE_PEPPER', 'x'.repeat(31)],
    ['MASTER_KEY', 'not base64'],
    ['MASTER_KEY', Buffer.alloc(16).toString('base64')],
    ['VAPID_PRIVATE_KEY', undefined],
    ['VAPID_PRIVATE_KEY', Buffer.alloc(32).toString('base64')],
    ['VAPID_PRIVATE_KEY', Buffer.alloc(32, 255).toString('base64')],
    ['VAPID_PRIVATE_KEY', Buffer.alloc(31, 8).toString('base64')],
    ['RECEIPT_SIGNING_KEY', undefined],
    ['RECEIPT_SIGNING_KEY', Buffer.alloc(31, 7).toString('base64')],
    ['SUBMISSION_ACK_HOURS', '0'],
    ['VAPID_SUBJECT', 'portal@kasse.test'],
    ['PUSH_ALLOW_LOOPBACK', 'yes, please'],
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
    ['REDIS_URL', 'http://x'],
    ['SMTP_URL', 'mail.example'],
    ['PUBLIC_URL', 'onlinefiliale'],
    ['CLAMD_URL', 'http://scanner'],
    ['FORMER_MASTER_KEYS', 'short'],
    ['S3_ENDPOINT', 'http://objects:9000'],
    ['PASSWORD_HASH_COST', '3'],
    ['DATABASE_POOL_SIZE', '1'],
  ])('S56 refuses %s = %s, naming it but not its value', (name, value) => {
    const fault = faultOf({ ...base, [name]: value });
    expect(fault).toContain(name);
    if (value && value.length > 4) expect(fault).not.toContain(value);
  });

  it.each([
    ['SESSION_SECRET', 'change-me-change-me-change-me-change-me'],
    ['PASSWORD_PEPPER', 'sample-pepper-sample-pepper-sample-pepper'],
    ['CODE_PEPPER', 'this-is-an-example-and-must-be-replaced'],
    ['MASTER_KEY', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['VAPID_PRIVATE_KEY', 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE='],
    ['RECEIPT_SIGNING_KEY', 'AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI='],
    ['VAPID_SUBJECT', 'mailto:onlinefiliale@musterkasse.example'],
  ])('S56 a sample %s stops a production, not a development', (name, value) => {
    expect(faultOf({ ...production, [name]: value })).toContain(`${name} still holds the sample value`);
    expect(faultOf({ ...base, [name]: value })).toBe('');
  });

  it.each([
    [{ CODE_PEPPER: production.PASSWORD_PEPPER }, 'a value of its own'],
    [{ PUBLIC_URL: 'http://onlinefiliale.example' }, 'PUBLIC_URL must be https'],
    [{ COMPANION_URL: 'http://bestaetigen.example' }, 'COMPANION_URL must be https'],
    [{ COMPANION_URL: 'https://onlinefiliale.example/' }, 'COMPANION_URL must be an origin of its own'],
    [{ SMTP_URL: '' }, 'SMTP_URL is required'],
    [{ SMS_GATEWAY_URL: undefined }, 'SMS_GATEWAY_URL is required'],
    [{ CLAMD_URL: '' }, 'CLAMD_URL is required'],
    [{ PUSH_ALLOW_LOOPBACK: 'true' }, 'PUSH_ALLOW_LOOPBACK is for tests only'],
    [{ PASSWORD_HASH_COST: '11' }, 'PASSWORD_HASH_COST'],
    [{ CODE_HASH_COST: '5' }, 'CODE_HASH_COST'],
  ])('S56 a production refuses %j', (change, reason) => {
    expect(faultOf({ ...production, ...change })).toContain(reason);
  });
});
