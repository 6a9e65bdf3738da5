import { type Readable } from 'node:stream';

export interface StoredObject {
  key: string;
  modifiedAt: Date;
}

/**
 * Port: where objects lie, a folder or an S3-compatible store. It sees sealed bytes only. An object is written once and
 * never changed.
 */
export abstract class FileStore {
  /** When it returns, the object is whole and durable; when it throws, there is none or an orphan for the janitor. */
  abstract write(key: string, content: Readable): Promise<void>;
  /** @throws FileMissing */
  abstract read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Removing what is not there does no harm. */
  abstract remove(key: string): Promise<void>;
  /** All objects, in no order. */
  abstract list(): AsyncIterable<StoredObject>;
}

/** The row says there is an object, the store says there is not. */
export class FileMissing extends Error {}
