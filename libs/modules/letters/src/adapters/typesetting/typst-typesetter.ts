import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { Typesetter, type LetterSheet } from '../../application/ports/typesetter';
import { letterData } from './letter-data';
import { returnNativeMemory } from './native-memory';

const FONTS = join(__dirname, 'fonts');
const TEMPLATE = join(__dirname, 'letter.typ');
/** What the template reads; these two exist in memory only. */
const DATA = join(__dirname, 'letter.json');
const QR_CODE = join(__dirname, 'code.svg');

/** For how many letters the compiler remembers its work: names and codes are gone after that, fonts and frame stay. */
const REMEMBERED_LETTERS = 1;
/** A finished letter holds some 200 KB outside of the heap until garbage is collected, which takes a few milliseconds. */
const LETTERS_PER_COLLECTION = 100;

/**
 * Typesets letters with Typst as PDF/UA-1. Template and fonts lie beside this file and nothing else is read: no font of
 * the machine, no package, no network. One compiler serves all letters; the same sheet gives the same bytes.
 *
 * It works synchronously, some milliseconds a letter. Memory is given back in a later turn of the event loop, so a run
 * over many letters awaits something in between.
 */
export class TypstTypesetter extends Typesetter {
  private compiler: NodeCompiler | undefined;
  private letters = 0;

  /** @throws Error when a letter cannot be set: a character that no font has, an address larger than the window */
  typeset(sheet: LetterSheet): { pdf: Buffer; pages: number } {
    const compiler = (this.compiler ??= createCompiler());
    compiler.mapShadow(DATA, Buffer.from(JSON.stringify(letterData(sheet))));
    // The white around the code is that of the paper; the template keeps it free.
    compiler.mapShadow(QR_CODE, Buffer.from(renderSVG(sheet.codeUrl, { ecc: 'M', border: 0 })));
    try {
      const compiled = compiler.compile({ mainFilePath: TEMPLATE });
      const { result } = compiled;
      if (!result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
      return { pdf: compiler.pdf(result, { pdfStandard: 'ua-1' }), pages: result.numOfPages };
    } catch (error) {
      // eslint-disable-next-line preserve-caught-error -- Typst's own message quotes the text of the letter
      throw new Error(`letter ${sheet.letterId} cannot be typeset: ${cause(error)}`);
    } finally {
      compiler.unmapShadow(DATA);
      compiler.unmapShadow(QR_CODE);
      compiler.evictCache(REMEMBERED_LETTERS);
      if (++this.letters % LETTERS_PER_COLLECTION === 0) returnNativeMemory();
    }
  }
}

function createCompiler(): NodeCompiler {
  const fontBlobs = readdirSync(FONTS)
    .filter((file) => file.endsWith('.ttf'))
    .map((file) => readFileSync(join(FONTS, file)));
  return NodeCompiler.create({ workspace: __dirname, fontArgs: [{ fontBlobs }] });
}

/** Typst quotes the text it failed on, which may be a name or a code: that must reach no log. */
function cause(error: unknown): string {
  const message = String((error as { message?: unknown } | null)?.message);
  if (message.includes('could not be displayed')) return 'it holds a character that none of the fonts has';
  if (message.includes('does not fit into the window')) return 'the address does not fit into the window';
  return 'Typst refused it';
}
