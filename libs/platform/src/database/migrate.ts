import { Client } from 'pg';
import { runMigrations } from 'bullmq';
import { QUEUE_SCHEMA } from '../queue/queue-backend';
import { createDataSource, type MigrationClass } from './data-source';
import { Platform1700000000000 } from './migrations/1700000000000-platform';

/**
 * Brings the database up to date: platform first, then the rooms in the order of their timestamps, then the queue's own
 * tables where jobs live in PostgreSQL. Safe to run while another process does the same.
 * @returns names of the migrations that were run
 */
export async function migrateDatabase(
  url: string,
  rooms: MigrationClass[],
  withQueueTables: boolean,
): Promise<string[]> {
  // One migrator at a time: the lock belongs to the connection and goes with it.
  const lock = new Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(7300)');
    const dataSource = await createDataSource({
      url,
      poolSize: 2,
      applicationName: 'onlinefiliale-migrate',
      migrations: [Platform1700000000000, ...rooms],
    }).initialize();
    try {
      const done = await dataSource.runMigrations();
      if (withQueueTables) await runMigrations(lock, QUEUE_SCHEMA);
      return done.map(({ name }) => name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}
