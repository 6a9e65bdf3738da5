import { newId } from '@of/kernel';
import { membershipMigrations } from '@of/membership';
import { Sealer, type PersonScope } from '@of/platform';
import { testDatabase } from '@of/testing';
import { applicationsMigrations } from '../index';
import { ReceivedSickNoteRepository } from '../persistence/received-sick-note.repository';
import { ListSickNotes } from './list-sick-notes.query';
import { TakeSickNote } from './take-sick-note';

const test = testDatabase([...membershipMigrations, ...applicationsMigrations]);
const note = { number: 'eAU-1', from: '2026-11-16', until: '2026-11-20', receivedOn: '2026-11-16', isFollowUp: false };
const [lena, mia] = [newId(), newId()];
let sickNotes: ReceivedSickNoteRepository;
let take: TakeSickNote;

beforeAll(() => {
  sickNotes = new ReceivedSickNoteRepository(test.database, new Sealer(test.config));
  take = new TakeSickNote(test.database, sickNotes);
});
beforeEach(async () => {
  await test.clock.set('2026-11-26T09:00:00Z');
  await test.query(`TRUNCATE applications.received_sick_note`);
});

const tell = (part: Partial<typeof note> = {}, insuredId = lena) =>
  take.execute({ actor: 'core', insuredId, note: { ...note, ...part } });
const listed = async (isSelf = true) => {
  const scope: PersonScope = {
    ...{ accountId: newId(), insuredId: isSelf ? lena : mia, sessionId: newId(), deviceId: null, level: 'basic' },
    subject: lena,
    isSelf,
  };
  const notes = await new ListSickNotes(sickNotes).execute(scope);
  return notes.map(({ number, from, until }) => `${number} ${from} ${until}`);
};

it('G2 tells of a sick note once, as it was told last, the latest first', async () => {
  await tell();
  await tell({ until: '2026-11-18' });
  await tell({ number: 'eAU-2', from: '2026-11-19', until: '2026-11-24', receivedOn: '2026-11-19', isFollowUp: true });
  await tell({ number: 'eAU-3' }, mia);
  expect(await listed()).toEqual(['eAU-2 2026-11-19 2026-11-24', 'eAU-1 2026-11-16 2026-11-18']);
});

it('G2 tells nobody who acts for the person', async () => {
  await tell();
  expect(await listed(false)).toEqual([]);
});

it('refuses a number that belongs to somebody else, and changes nothing', async () => {
  await tell();
  await expect(tell({ until: '2026-11-30' }, mia)).rejects.toMatchObject({ code: 'sick-note-number-taken' });
  expect(await listed()).toEqual(['eAU-1 2026-11-16 2026-11-20']);
});

it('forgets what the practice took back, and says so when there is nothing', async () => {
  await tell();
  await take.cancel('core', 'eAU-1');
  expect(await listed()).toEqual([]);
  await expect(take.cancel('core', 'eAU-1')).rejects.toMatchObject({ code: 'not-found' });
});

it('S57 keeps in the database who sent what, not when somebody was ill', async () => {
  await tell();
  const rows = await test.query(`SELECT encode(content_sealed, 'escape') AS text FROM applications.received_sick_note`);
  expect(JSON.stringify(rows)).not.toMatch(/2026-11|from|until/);
});
