import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Sealer, type SealContext } from '@of/platform';
import { StoreAway } from '../domain/upload.errors';
import { openChunks, sealChunks, sealedRange } from './sealed-chunks';
import type { StoredFile } from '../persistence/stored-file.repository';
import { FileMissing, FileStore } from './ports/file-store';

const contextOf = (id: string): SealContext => `documents.stored_file.key_sealed:${id}`;

/**
 * Writes and reads files of the store. Each has a key of its own, which the master key wraps. The object is written first;
 * the caller stores the row together with what refers to it, and an object without a row is swept up by the janitor.
 */
@Injectable()
export class SealedFiles {
  constructor(
    private readonly store: FileStore,
    private readonly sealer: Sealer,
  ) {}

  /** @throws StoreAway; a fault of the content as it is */
  async write(content: AsyncIterable<Buffer>): Promise<StoredFile> {
    const id = randomUUID();
    const key = randomBytes(32);
    let size = 0;
    let contentFault: Error | undefined;
    async function* counted(): AsyncGenerator<Buffer> {
      try {
        for await (const part of content) {
          size += part.length;
          yield part;
        }
      } catch (error) {
        contentFault = error as Error;
        throw error;
      }
    }
    const sealed = Readable.from(sealChunks({ fileId: id, key }, counted()), { objectMode: false });
    try {
      await this.store.write(id, sealed);
    } catch (error) {
      throw contentFault ?? new StoreAway(error);
    }
    return { id, size, keySealed: this.sealer.seal(key, contextOf(id)) };
  }

  /**
   * Opens the store when it is first read; it breaks with StoreAway, with FileMissing, or because the bytes are not ours.
   * @param range inclusive, within the file
   */
  read(file: StoredFile, range?: { start: number; end: number }): Readable {
    return Readable.from(this.open(file, range ?? { start: 0, end: Math.max(0, file.size - 1) }), {
      objectMode: false,
    });
  }

  async remove(id: string): Promise<void> {
    await this.store.remove(id);
  }

  /** The key wrapped by today's master key; null when it is already. */
  rewrap(id: string, keySealed: Buffer): Buffer | null {
    if (this.sealer.isCurrent(keySealed)) return null;
    return this.sealer.seal(this.sealer.open(keySealed, contextOf(id)), contextOf(id));
  }

  private async *open(file: StoredFile, range: { start: number; end: number }): AsyncGenerator<Buffer> {
    const key = this.sealer.open(file.keySealed, contextOf(file.id));
    const sealed = this.sealed(file.id, sealedRange(file.size, range.start, range.end));
    yield* openChunks({ fileId: file.id, key }, file.size, range, sealed);
  }

  private async *sealed(id: string, range: { start: number; end: number }): AsyncGenerator<Buffer> {
    try {
      yield* (await this.store.read(id, range)) as AsyncIterable<Buffer>;
    } catch (error) {
      throw error instanceof FileMissing ? error : new StoreAway(error);
    }
  }
}
