import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { ChecksumMismatch, OffsetMismatch } from '../domain/upload.errors';
import { StoredFileRepository, type StoredFile } from '../persistence/stored-file.repository';
import { UploadRepository } from '../persistence/upload.repository';
import { SealedFiles } from './sealed-files';

/** A piece is stored and acknowledged as soon as it has this size, so that a crash costs no more than that. */
const PIECE_BYTES = 8 * 2 ** 20;

export interface ExpectedChecksum {
  algorithm: 'sha256' | 'sha1' | 'md5';
  value: Buffer;
}

/** One sender's bytes, handed out in pieces. When the connection breaks, what has arrived still counts. */
class Pieces {
  private readonly parts: AsyncIterator<Buffer, undefined>;
  private waiting: Buffer | null = null;

  constructor(
    source: AsyncIterable<Buffer>,
    private readonly hash: Hash | null,
  ) {
    this.parts = source[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  async hasMore(): Promise<boolean> {
    this.waiting ??= await this.next();
    return this.waiting !== null;
  }

  async *piece(): AsyncGenerator<Buffer> {
    for (let left = PIECE_BYTES; left > 0 && (await this.hasMore());) {
      const part = this.waiting as Buffer;
      this.waiting = part.length > left ? part.subarray(left) : null;
      left -= part.length;
      yield this.waiting ? part.subarray(0, part.length - this.waiting.length) : part;
    }
  }

  private async next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.parts.next();
      if (done) return null;
      this.hash?.update(value);
      return value;
    } catch {
      return null;
    }
  }
}

/**
 * Takes what a sender sends from an offset on and keeps it, sealed, piece by piece; it is never held in memory as a whole.
 * @returns the new offset
 * @throws OffsetMismatch when somebody else wrote meanwhile, ChecksumMismatch
 */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
  ) {}

  async execute(
    id: string,
    start: number,
    content: AsyncIterable<Buffer>,
    checksum: ExpectedChecksum | null,
  ): Promise<number> {
    const hash = checksum && createHash(checksum.algorithm);
    const pieces = new Pieces(content, hash);
    let offset = start;
    while (await pieces.hasMore()) {
      const file = await this.files.write(pieces.piece());
      await this.keep(id, offset, file);
      offset += file.size;
    }
    if (hash && checksum && !hash.digest().equals(checksum.value)) {
      await this.database.transaction((tx) => this.uploads.cutOff(tx, id, start));
      throw new ChecksumMismatch();
    }
    return offset;
  }

  private async keep(id: string, offset: number, file: StoredFile): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.storedFiles.insert(tx, file);
      if (!(await this.uploads.append(tx, id, offset, file))) throw new OffsetMismatch();
    });
  }
}
