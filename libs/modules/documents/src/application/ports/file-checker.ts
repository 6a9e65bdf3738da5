import { type Readable } from 'node:stream';
import type { FileProblem } from '../../domain/file-problem';

/** What the checks made of a file: the cleaned content that will be kept, or why it cannot be. */
export type CheckedFile =
  { problem: null; mediaType: string; sheets: number; content: AsyncIterable<Buffer> } | { problem: FileProblem };

/**
 * Port: looks into files of strangers. Whatever does so is kept apart from us: it has little memory and time, and no secrets.
 */
export abstract class FileChecker {
  /** @throws CheckerBusy when too many wait */
  abstract check(content: Readable): Promise<CheckedFile>;
}
