import { join } from 'node:path';
import { Typesetter, type LetterSheet } from '../../application/ports/typesetter';
import { letterData } from './letter-data';
import { TypesettingFailure, TypstPress } from './typst-press';

/** Typesets letters with a code. One press serves all of them. */
export class TypstTypesetter extends Typesetter {
  private readonly press = new TypstPress(join(__dirname, 'letter.typ'));

  /** @throws Error when a letter cannot be set: a character that no font has, an address larger than the window */
  typeset(sheet: LetterSheet): { pdf: Buffer; pages: number } {
    const data = letterData(sheet);
    try {
      return this.press.set({ data, codeUrl: sheet.codeUrl });
    } catch (error) {
      if (!(error instanceof TypesettingFailure)) throw error;
      throw new Error(`letter ${sheet.letterId} cannot be typeset: ${error.message}`, { cause: error });
    }
  }
}
