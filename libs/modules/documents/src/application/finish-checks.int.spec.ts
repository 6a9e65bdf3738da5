import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Acting } from '@of/platform';
import { onePage } from '@of/testing/files';
import { documentsRoom } from '../documents-room.fixture';
import { CheckUpload } from './check-upload';
import { FinishChecks } from './finish-checks';
import { FileChecker, type CheckedFile } from './ports/file-checker';

const room = documentsRoom();

/** Finds everything good, once it gets to see it. */
class KindChecker extends FileChecker {
  seen = 0;

  async check(content: Readable): Promise<CheckedFile> {
    const whole = await buffer(content);
    this.seen++;
    return { problem: null, mediaType: 'application/pdf', sheets: 1, content: once(whole) };
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

function checks() {
  const { database, uploads, storedFiles, files } = room;
  const checker = new KindChecker();
  const checkUpload = new CheckUpload(database, uploads, storedFiles, files, checker);
  return { checker, finish: new FinishChecks(uploads, checkUpload) };
}

/** Everything has arrived; nobody has looked into it. */
async function arrived(acting: Acting): Promise<string> {
  const paper = onePage();
  const id = await room.started(acting, paper.length);
  await room.receive.execute(id, 0, once(paper), null);
  return id;
}

const stateOf = async (acting: Acting, id: string) => (await room.uploads.find(acting.accountId, id))?.state;

it('R11 a check that died with its process is done again, and not while it may still run', async () => {
  const acting = room.acting();
  const id = await arrived(acting);
  expect(await room.uploads.startChecking(id, 180)).toBe(true);
  const { checker, finish } = checks();
  await room.test.clock.advance('2 minutes');
  await finish.execute();
  expect([checker.seen, await stateOf(acting, id)]).toEqual([0, 'checking']);
  await room.test.clock.advance('2 minutes');
  await finish.execute();
  await finish.execute();
  expect([checker.seen, await stateOf(acting, id)]).toEqual([1, 'accepted']);
});

it('R12 what our own side gave back is checked soon; one that cannot be read holds up no other', async () => {
  const acting = room.acting();
  const broken = await arrived(acting);
  const [piece] = await room.uploads.pieces(broken);
  const folder = join(room.test.config.DATA_DIR, 'documents');
  rmSync(join(folder, (piece?.id ?? '').slice(0, 2), piece?.id ?? ''));
  const good = await arrived(acting);
  await room.test.clock.advance('11 seconds');
  await expect(checks().finish.execute()).rejects.toThrow();
  expect(await stateOf(acting, broken)).toBe('receiving');
  expect(await stateOf(acting, good)).toBe('accepted');
});
