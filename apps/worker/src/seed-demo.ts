import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { HasMembers, ImportMembers } from '@of/membership';
import { Sealer, type AppConfig, type Database } from '@of/platform';
import { runCommand, withDatabase } from './with-database';

/**
 * Loads the fictitious demo persons into an empty database, through the same import as everybody else.
 * @returns how many were loaded; 0 when somebody is there already
 */
export async function seedDemo(database: Database, config: AppConfig): Promise<number> {
  if (await new HasMembers(database).execute()) return 0;
  const members = new ImportMembers(database, new Sealer(config), config);
  const { created } = await members.execute(createReadStream(join(__dirname, 'demo', 'demo-members.ndjson')));
  return created;
}

if (require.main === module) {
  void runCommand(async () => {
    const created = await withDatabase('seed-demo', seedDemo);
    if (created > 0) process.stdout.write(`Loaded ${created} demo persons.\n`);
  });
}
