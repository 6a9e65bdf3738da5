import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Sealer } from '@of/platform';
import { onePage } from '@of/testing/files';
import { documentsRoom } from '../documents-room.fixture';
import { RewrapKeys } from './rewrap-keys';
import { SealedFiles } from './sealed-files';

const room = documentsRoom();
const newKey = randomBytes(32).toString('base64');

/** The room's files, opened with this master key. */
function filesWith(masterKey: string, former?: string): SealedFiles {
  const config = { ...room.test.config, MASTER_KEY: masterKey, FORMER_MASTER_KEYS: former };
  return new SealedFiles(room.store, new Sealer(config as typeof room.test.config));
}

it('S57 a new master key opens what the old one sealed, takes it over, and then needs the old one no more', async () => {
  const content = onePage();
  const { file } = await room.storeDocument.write([content]);
  await room.database.transaction((tx) => room.storedFiles.insert(tx, file));
  const read = async (files: SealedFiles) => {
    const [row] = await room.test.query<{ keySealed: Buffer }>(
      `SELECT key_sealed AS "keySealed" FROM documents.stored_file WHERE id = $1`,
      [file.id],
    );
    return buffer(files.read({ ...file, keySealed: row?.keySealed as Buffer }));
  };
  const both = filesWith(newKey, room.test.config.MASTER_KEY);
  await expect(read(filesWith(newKey))).rejects.toThrow('unknown key');
  expect((await read(both)).equals(content)).toBe(true);

  const rewrap = new RewrapKeys(room.database, room.storedFiles, both);
  expect(await rewrap.execute('ops')).toBe(1);
  expect(await rewrap.execute('ops')).toBe(0);
  expect((await read(filesWith(newKey))).equals(content)).toBe(true);
  await expect(read(filesWith(room.test.config.MASTER_KEY))).rejects.toThrow('unknown key');
  const told = await room.test.query(
    `SELECT position FROM platform.audit_entry WHERE content::text LIKE '%documents.keys-rewrapped%'`,
  );
  expect(told).toHaveLength(2);
});
