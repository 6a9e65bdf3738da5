import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import type { Letter, LetterPurpose } from '../domain/letter';

/** A letter around a secret: this room sets it. */
export interface CodeContent {
  /** The secret, `XXXX-XXXX-XXXX`. */
  readonly code: string;
  /** Where the QR code leads, with the code behind `#` only. */
  readonly codeUrl: string;
}

/** A letter that the higher room has set itself, address and all: it goes out as it is. */
export interface FinishedContent {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** What a higher room puts into its letter. */
export type LetterContent = CodeContent | FinishedContent;

/** A letter about to be produced. */
export interface LetterInHand extends Letter {
  readonly accountId: string;
  /** The day that will be printed: the last one on which the secret works, `YYYY-MM-DD`. */
  readonly validUntil: string;
}

/**
 * Mints what stands in the letters of one purpose. The room that sends such letters extends this and registers itself, so
 * that a secret exists only in the transaction that stores its hash and the sealed PDF.
 */
export abstract class LetterComposer {
  abstract readonly purpose: LetterPurpose;
  /** Returns null when the letter is no longer wanted: it is cancelled then. */
  abstract compose(tx: Tx, letter: LetterInHand): Promise<LetterContent | null>;
}

/** All composers, by purpose. Rooms add theirs in their jobs module. */
@Injectable()
export class LetterComposers {
  private readonly byPurpose = new Map<LetterPurpose, LetterComposer>();

  /** @throws Error when the purpose has its composer already */
  add(composer: LetterComposer): void {
    if (this.byPurpose.has(composer.purpose))
      throw new Error(`two composers for letters of purpose ${composer.purpose}`);
    this.byPurpose.set(composer.purpose, composer);
  }

  /** @throws Error when nobody writes letters of this purpose */
  of(purpose: LetterPurpose): LetterComposer {
    const composer = this.byPurpose.get(purpose);
    if (!composer) throw new Error(`nobody composes letters of purpose ${purpose}`);
    return composer;
  }
}
