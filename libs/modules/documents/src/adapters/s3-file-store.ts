import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { FileMissing, FileStore, type StoredObject } from '../application/ports/file-store';

export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const nothing = (): void => undefined;
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
/** Few, so that a member is told soon; sending goes on where it stopped. */
const PUT_TRIES = 3;

/**
 * Objects in an S3-compatible store. S3 wants to know the length beforehand and to be able to try again, so the sealed
 * bytes wait in a file; they are of no use to whoever finds it.
 */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    super();
    this.client = new S3Client({
      endpoint: settings.endpoint,
      region: settings.region,
      credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
      forcePathStyle: true,
      maxAttempts: 5,
      // Not `requestTimeout`, which only warns: a store that says nothing for so long is away, a slow one is not.
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
      // Its warnings would pass by our log; whatever fails is thrown anyway.
      logger: silent,
      // Stores other than Amazon's do not know its newer checksums; every chunk carries its own seal anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async write(key: string, content: Readable): Promise<void> {
    const waiting = join(tmpdir(), `of-${randomUUID()}`);
    try {
      await pipeline(content, createWriteStream(waiting, { flags: 'wx', mode: 0o600 }));
      const { size } = await stat(waiting);
      await this.put(key, waiting, size);
    } finally {
      await rm(waiting, { force: true });
    }
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable> {
    try {
      const { Body } = await this.client.send(
        new GetObjectCommand({
          Bucket: this.settings.bucket,
          Key: key,
          ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
        }),
      );
      return Body as Readable;
    } catch (error) {
      if (error instanceof NoSuchKey) throw new FileMissing(key);
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key }));
  }

  async *list(): AsyncIterable<StoredObject> {
    let next: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.settings.bucket, ContinuationToken: next }),
      );
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key && LastModified) yield { key: Key, modifiedAt: LastModified };
      }
      next = page.NextContinuationToken;
    } while (next);
  }

  /** A body that is a stream cannot be sent twice: each try opens the file anew. */
  private async put(key: string, path: string, size: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.client.send(
          new PutObjectCommand({
            Bucket: this.settings.bucket,
            Key: key,
            Body: createReadStream(path),
            ContentLength: size,
          }),
        );
        return;
      } catch (error) {
        if (attempt >= PUT_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
      }
    }
  }
}
