import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createDataSource, Database, migrateDatabase, type AppConfig, type MigrationClass } from '@of/platform';
import { Client } from 'pg';
import { type DataSource } from 'typeorm';
import { sandboxClock, type SandboxClock } from './sandbox-clock';
import { testConfig } from './test-config';

/** A migrated PostgreSQL database for one test file; its parts are there once `beforeAll` has run. */
export interface TestDatabase {
  url: string;
  config: AppConfig;
  dataSource: DataSource;
  database: Database;
  clock: SandboxClock;
  /** Runs one statement and returns its rows. */
  query<Row = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<Row[]>;
}

function adminUrl(): string {
  const url = process.env['TEST_DATABASE_ADMIN_URL'];
  if (!url) throw new Error('TEST_DATABASE_ADMIN_URL is not set: the Jest global setup starts PostgreSQL');
  return url;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Gives the calling test file a real database of its own, with the platform's and the given rooms' tables, a clock that
 * can be moved and a fresh data folder. Everything is dropped afterwards.
 */
export function testDatabase(rooms: MigrationClass[] = [], overrides: Record<string, string> = {}): TestDatabase {
  const name = `test_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`;
  const test = {} as TestDatabase;

  beforeAll(async () => {
    await asAdmin(`CREATE DATABASE ${name}`);
    const url = new URL(adminUrl());
    url.pathname = `/${name}`;
    test.url = url.toString();
    await migrateDatabase(test.url, rooms, true);
    test.config = testConfig(test.url, overrides);
    test.dataSource = await createDataSource({ url: test.url, poolSize: 20 }).initialize();
    test.database = new Database(test.dataSource);
    test.query = <Row>(sql: string, params: unknown[] = []) =>
      test.database.transaction((tx) => tx.query<Row>(sql, params));
    test.clock = await sandboxClock({ query: test.query });
  });

  afterAll(async () => {
    await test.dataSource?.destroy();
    if (test.config) rmSync(test.config.DATA_DIR, { recursive: true, force: true });
    await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  return test;
}
