import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type AppConfig } from '@of/platform';

/** A configuration of its own for one test file: a fresh data folder, cheap password hashes, quiet logs. */
export function testConfig(databaseUrl: string, overrides: Record<string, string> = {}): AppConfig {
  return loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '10',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'of-test-')),
    SESSION_SECRET: 'session-secret-for-tests-only-0123456789',
    PASSWORD_PEPPER: 'password-pepper-for-tests-only-0123456789',
    CODE_PEPPER: 'code-pepper-for-tests-only-0123456789-01',
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    VAPID_PRIVATE_KEY: Buffer.alloc(32, 5).toString('base64'),
    RECEIPT_SIGNING_KEY: Buffer.alloc(32, 6).toString('base64'),
    PASSWORD_HASH_COST: '4',
    CODE_HASH_COST: '4',
    LOG_LEVEL: 'silent',
    WEB_ROOT: '',
    COMPANION_ROOT: '',
    ...overrides,
  });
}
