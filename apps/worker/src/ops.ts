import 'reflect-metadata';
import { userInfo } from 'node:os';
import { AcknowledgeSubmission, SubmissionProgressRepository, SubmissionRepository } from '@of/applications';
import { fileStoreOf, RewrapKeys, SealedFiles, StoredFileRepository } from '@of/documents';
import { ListLetterReviews, LetterRepository, ReleaseLetter } from '@of/letters';
import { DeadLetters, Sealer, verifyAuditTrail, type AppConfig, type Database } from '@of/platform';
import { deliverPost } from './deliver-post';
import { sickNotes } from './sick-notes';
import { CommandFailure, runCommand, withDatabase } from './with-database';

const usage = `npm run ops -- COMMAND
  letter-reviews        letters that wait because the address changed lately
  release-letter ID     the address was looked at: let the letter go
  submissions           what the receiving system has not acknowledged, oldest first
  acknowledge ID        the receiving system has this submission (its paper was found there)
  dead-letters          events that were given up, with their last error
  retry ID              send a dead letter on its way again
  rewrap-keys           after a change of MASTER_KEY: wrap the keys of all documents anew
  verify-audit          recompute the hash chains of the audit trail
  sick-notes take --person EXTERNAL_ID --number NUMBER --from DAY --until DAY --received DAY [--follow-up]
                        a sick note that came electronically; the same number again replaces it
  sick-notes cancel --number NUMBER
                        the practice took it back
  postbox deliver --person EXTERNAL_ID --subject TEXT --pdf FILE
                        put a PDF into a person's postbox; further options:
                        --text FILE         the letter as text with light markup, shown first
                        --kind KIND         decision, letter (default), certificate or information
                        --decision          it has legal effect: the day of its announcement counts
                        --no-instruction    it does not say how to object
                        --language LANG     de (default) or en
                        --reference TEXT    your own number: the same one again changes nothing`;

/** What a terminal can show. */
const MOST_SUBMISSIONS = 1_000;

const actor = `operator:${userInfo().username}`;

function print(rows: object[], nothing: string): void {
  process.stdout.write(rows.length === 0 ? `${nothing}\n` : `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
}

type Command = (database: Database, id: string | undefined, config: AppConfig) => Promise<void>;

function needed(id: string | undefined): string {
  if (!id) throw new CommandFailure(usage);
  return id;
}

const commands: Record<string, Command> = {
  'letter-reviews': async (database) => print(await new ListLetterReviews(database).execute(), 'No letter waits.'),
  'release-letter': async (database, id, config) => {
    const release = new ReleaseLetter(new LetterRepository(database, new Sealer(config)));
    await database.transaction((tx) => release.execute(tx, needed(id), actor));
    process.stdout.write('Released.\n');
  },
  submissions: async (database) =>
    print(await new SubmissionProgressRepository(database).listOpen(MOST_SUBMISSIONS), 'Everything is acknowledged.'),
  acknowledge: async (database, id, config) => {
    const acknowledge = new AcknowledgeSubmission(
      database,
      new SubmissionRepository(database, new Sealer(config)),
      new SubmissionProgressRepository(database),
    );
    const verdict = await acknowledge.execute(needed(id), { actor, reference: null });
    if (verdict === 'rejected') throw new CommandFailure('No open submission has this id.');
    process.stdout.write('Acknowledged.\n');
  },
  'dead-letters': async (database) => print(await new DeadLetters(database).list(), 'There are no dead letters.'),
  retry: async (database, id) => {
    await new DeadLetters(database).retry(needed(id), actor);
    process.stdout.write('On its way again.\n');
  },
  'rewrap-keys': async (database, _id, config) => {
    const files = new SealedFiles(fileStoreOf(config), new Sealer(config));
    const wrapped = await new RewrapKeys(database, new StoredFileRepository(database), files).execute(actor);
    process.stdout.write(`${wrapped} keys were wrapped anew.\n`);
  },
  'verify-audit': async (database) => {
    const faults = await verifyAuditTrail(database);
    print(faults, 'The audit trail holds.');
    if (faults.length > 0) process.exitCode = 2;
  },
};

/** For operators at a terminal, until the operators' API takes this over. */
void runCommand(async () => {
  const [name = '', id, ...options] = process.argv.slice(2);
  if (name === 'postbox' && id === 'deliver') return deliverPost(options, actor);
  if (name === 'sick-notes')
    return withDatabase('ops', (database, config) => sickNotes(database, config, { act: id, args: options, actor }));
  const command = commands[name];
  if (!command) throw new CommandFailure(usage);
  await withDatabase('ops', (database, config) => command(database, id, config));
});
