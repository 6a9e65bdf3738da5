import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '@of/platform';
import { FileMissing, FileStore, type StoredObject } from '../application/ports/file-store';

const UNFINISHED = '.part';

/** Objects as files of one folder, in 256 folders by the first two characters of their key. */
export class FolderFileStore extends FileStore {
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
  }

  async write(key: string, content: Readable): Promise<void> {
    const target = this.pathOf(key);
    const parent = join(target, '..');
    await mkdir(parent, { recursive: true, mode: 0o700 });
    const unfinished = `${target}${UNFINISHED}`;
    try {
      const options = { flags: 'wx', mode: 0o600, flush: true, highWaterMark: 256 * 1024 } as const;
      await pipeline(content, createWriteStream(unfinished, options));
      await rename(unfinished, target);
      await syncFolder(parent);
    } catch (error) {
      content.destroy();
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable> {
    const path = this.pathOf(key);
    await stat(path).catch(async (error: NodeJS.ErrnoException) => {
      // Without any object the disk is not there: its folder is empty, or missing.
      const groups = await readdir(this.folder).catch(() => []);
      throw error.code === 'ENOENT' && groups.length > 0 ? new FileMissing(key) : error;
    });
    return createReadStream(path, { ...range, highWaterMark: 256 * 1024 });
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(): AsyncIterable<StoredObject> {
    for (const group of await readdir(this.folder).catch(() => [])) {
      for (const key of await readdir(join(this.folder, group)).catch(() => [])) {
        const facts = await stat(join(this.folder, group, key)).catch(() => null);
        if (facts?.isFile()) yield { key, modifiedAt: facts.mtime };
      }
    }
  }

  private pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key);
  }
}
