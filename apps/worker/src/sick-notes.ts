import { parseArgs } from 'node:util';
import { ReceivedSickNoteRepository, TakeSickNote } from '@of/applications';
import { DomainError, ValidationError } from '@of/kernel';
import { FindByExternalId } from '@of/membership';
import { Sealer, type AppConfig, type Database } from '@of/platform';
import { CommandFailure } from './with-database';

const options = {
  person: { type: 'string' },
  number: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  received: { type: 'string' },
  'follow-up': { type: 'boolean' },
} as const;

/** `sick-notes take` and `sick-notes cancel`: what the core system knows of sick notes that came electronically. */
export async function sickNotes(
  database: Database,
  config: AppConfig,
  { act, args, actor }: { act: string | undefined; args: string[]; actor: string },
): Promise<void> {
  const { values } = parseArgs({ args, options, strict: true });
  const { person, number, from = '', until = '', received = '' } = values;
  const sickNote = new TakeSickNote(database, new ReceivedSickNoteRepository(database, new Sealer(config)));
  if (!number) throw new CommandFailure('--number is needed.');
  try {
    if (act === 'cancel') {
      await sickNote.cancel(actor, number);
      process.stdout.write('Cancelled.\n');
      return;
    }
    if (act !== 'take' || !person) throw new CommandFailure('sick-notes take --person …, or sick-notes cancel.');
    const insuredId = await new FindByExternalId(database).execute(person);
    if (!insuredId) throw new CommandFailure(`There is no person ${person}.`);
    const note = { number, from, until, receivedOn: received, isFollowUp: values['follow-up'] ?? false };
    await sickNote.execute({ actor, insuredId, note });
    process.stdout.write('Taken.\n');
  } catch (error) {
    if (error instanceof ValidationError) {
      const faults = error.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
      throw new CommandFailure(`Refused: ${faults}.`);
    }
    if (error instanceof DomainError) throw new CommandFailure(`Refused: ${error.code}.`);
    throw error;
  }
}
