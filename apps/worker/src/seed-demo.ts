import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { ReceivedSickNoteRepository, TakeSickNote } from '@of/applications';
import { DateOnly } from '@of/kernel';
import { FindByExternalId, HasMembers, ImportMembers } from '@of/membership';
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
  await seedSickNote(database, config);
  return created;
}

/** Erika was ill the week before; her practice has sent that electronically. */
async function seedSickNote(database: Database, config: AppConfig): Promise<void> {
  const insuredId = await new FindByExternalId(database).execute('P-1000001');
  if (!insuredId) return;
  const [from, until] = [-9, -5].map((days) => String(DateOnly.fromInstant(new Date()).addDays(days))) as [
    string,
    string,
  ];
  const note = { number: 'EAU-DEMO-1', from, until, receivedOn: from, isFollowUp: false };
  const sickNotes = new ReceivedSickNoteRepository(database, new Sealer(config));
  await new TakeSickNote(database, sickNotes).execute({ actor: 'system', insuredId, note });
}

if (require.main === module) {
  void runCommand(async () => {
    const created = await withDatabase('seed-demo', seedDemo);
    if (created > 0) process.stdout.write(`Loaded ${created} demo persons.\n`);
  });
}
