import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDataSource } from '@of/platform';
import { testDatabase } from '@of/testing';
import { roomMigrations } from './migrations';

const rooms = resolve(__dirname, '../../../libs/modules');

function migrationFiles(): string[] {
  return readdirSync(rooms).flatMap((room) => {
    try {
      return readdirSync(join(rooms, room, 'src/persistence/migrations')).filter((name) =>
        /^\d{13}-[\w-]+\.ts$/.test(name),
      );
    } catch {
      return []; // a room without tables
    }
  });
}

describe('the migrations of all rooms', () => {
  const test = testDatabase(roomMigrations);

  it('are all known to the migration command', () => {
    const stamps = (names: string[]) => names.map((name) => /\d{13}/.exec(name)?.[0]).sort();
    expect(stamps(roomMigrations.map(({ name }) => name))).toEqual(stamps(migrationFiles()));
  });

  it('have left nothing to do, can be taken back one by one and be run again', async () => {
    const dataSource = await createDataSource({ url: test.url, poolSize: 2, migrations: roomMigrations }).initialize();
    try {
      expect(await dataSource.showMigrations()).toBe(false);
      for (const migration of [...roomMigrations].reverse()) {
        expect(migration.name).toMatch(/\d{13}$/);
        await dataSource.undoLastMigration();
      }
      const left = await test.query(
        `SELECT nspname FROM pg_namespace WHERE nspname IN ('membership', 'identity', 'consent', 'letters')`,
      );
      expect(left).toEqual([]);
      expect(await dataSource.runMigrations()).toHaveLength(roomMigrations.length);
    } finally {
      await dataSource.destroy();
    }
  });
});
