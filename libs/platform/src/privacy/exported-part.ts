import type { Readable } from 'node:stream';
import type { DataSubject } from './personal-data-source';

/** Words for the member, in both languages. */
export type Words = Record<'de' | 'en', string>;

/** Whose data is exported, and how much of it they may see. */
export interface ExportSubject extends DataSubject {
  /** `basic`: what a session without second factor sees, masked as there. */
  level: 'basic' | 'full';
  language: 'de' | 'en';
}

/** Rows of one kind, written as a JSON array. Each field that occurs is explained. */
export interface ExportedTable {
  kind: 'table';
  /** Name of the file without its ending. */
  name: string;
  about: Words;
  fields: Record<string, Words>;
  rows: Iterable<object> | AsyncIterable<object>;
}

/** A document as it is. */
export interface ExportedFile {
  kind: 'file';
  /** Path below the room's folder, with its ending. */
  name: string;
  /** @throws DomainError when it cannot be had: it is left out, and the explanation says so */
  open(): Promise<Readable>;
}

export type ExportedPart = ExportedTable | ExportedFile;
