import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { newId } from '@of/kernel';
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
  const command = { subject: newId(), title: 'Bescheid', mediaType: 'application/pdf', content: onePage() };
  await room.database.transaction((tx) => room.storeDocument.execute(tx, command));
  const [{ id } = { id: '' }] = await room.test.query<{ id: string }>(`SELECT id FROM documents.stored_file`);
  const read = async (files: SealedFiles) => {
    const file = await room.storedFiles.find(id);
    if (!file) throw new Error('the file is gone');
    return buffer(files.read(file));
  };
  const both = filesWith(newKey, room.test.config.MASTER_KEY);
  await expect(read(filesWith(newKey))).rejects.toThrow('unknown key');
  expect((await read(both)).equals(command.content)).toBe(true);

  const rewrap = new RewrapKeys(room.database, room.storedFiles, both);
  expect(await rewrap.execute('ops')).toBe(1);
  expect(await rewrap.execute('ops')).toBe(0);
  expect((await read(filesWith(newKey))).equals(command.content)).toBe(true);
  await expect(read(filesWith(room.test.config.MASTER_KEY))).rejects.toThrow('unknown key');
  const told = await room.test.query(
    `SELECT position FROM platform.audit_entry WHERE content::text LIKE '%documents.keys-rewrapped%'`,
  );
  expect(told).toHaveLength(2);
});
