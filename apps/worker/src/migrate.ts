import 'reflect-metadata';
import { loadConfig, migrateDatabase } from '@of/platform';
import { roomMigrations } from './migrations';

async function main(): Promise<void> {
  const config = loadConfig();
  const done = await migrateDatabase(config.DATABASE_URL, roomMigrations, !config.REDIS_URL);
  if (done.length > 0) process.stdout.write(`Database brought up to date: ${done.join(', ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`migrate: ${String((error as Error)?.message ?? error)}\n`);
  process.exit(1);
});
