import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileMissing } from '../application/ports/file-store';
import { FolderFileStore } from './folder-file-store';

const folder = mkdtempSync(join(tmpdir(), 'of-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const gone = '00000000-0000-4000-8000-000000000000';

it('R12 a folder without any object is a disk that is away, not an object that is missing', async () => {
  for (const store of [new FolderFileStore(folder), new FolderFileStore(join(folder, 'not-mounted'))]) {
    const fault = await store.read(gone).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'ENOENT' });
    expect(fault).not.toBeInstanceOf(FileMissing);
  }
  const store = new FolderFileStore(folder);
  await store.write('11111111-1111-4111-8111-111111111111', Readable.from([Buffer.from('x')]));
  await expect(store.read(gone)).rejects.toBeInstanceOf(FileMissing);
});
