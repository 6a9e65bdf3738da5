import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { returnNativeMemory } from './native-memory';

const FONTS = join(__dirname, 'fonts');
const FRAME = 'frame.typ';

/** For how many sheets the compiler remembers its work: names and codes are gone after that, fonts and frame stay. */
const REMEMBERED_SHEETS = 1;
/** A finished sheet holds some 200 KB outside of the heap until garbage is collected, which takes a few milliseconds. */
const SHEETS_PER_COLLECTION = 100;

/** A sheet could not be set. The message says why and quotes nothing of the sheet. */
export class TypesettingFailure extends Error {}

/** What a template reads beside itself; it exists in memory only. */
export interface SheetFiles {
  /** `data.json`. */
  readonly data: unknown;
  /** Address behind the QR code, `code.svg`. The white around it is that of the paper; the template keeps it free. */
  readonly codeUrl: string;
}

/**
 * Sets one template with Typst as PDF/UA-1. The template finds the sheet of the house in `frame.typ`. Fonts and frame lie
 * beside this file and nothing else is read: no font of the machine, no package, no network. The same data give the same
 * bytes.
 *
 * It works synchronously, some milliseconds a sheet. Memory is given back in a later turn of the event loop, so a run over
 * many sheets awaits something in between.
 */
export class TypstPress {
  private readonly workspace: string;
  private compiler: NodeCompiler | undefined;
  private sheets = 0;

  /** @param template absolute path of the `.typ` file */
  constructor(private readonly template: string) {
    this.workspace = dirname(template);
  }

  /** @throws TypesettingFailure when it cannot be set: a character that no font has, an address larger than the window */
  set({ data, codeUrl }: SheetFiles): { pdf: Buffer; pages: number } {
    const compiler = (this.compiler ??= this.createCompiler());
    const dataFile = join(this.workspace, 'data.json');
    const codeFile = join(this.workspace, 'code.svg');
    compiler.mapShadow(dataFile, Buffer.from(JSON.stringify(data)));
    compiler.mapShadow(codeFile, Buffer.from(renderSVG(codeUrl, { ecc: 'M', border: 0 })));
    try {
      const compiled = compiler.compile({ mainFilePath: this.template });
      const { result } = compiled;
      if (!result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
      return { pdf: compiler.pdf(result, { pdfStandard: 'ua-1' }), pages: result.numOfPages };
    } catch (error) {
      // eslint-disable-next-line preserve-caught-error -- Typst's own message quotes the text of the sheet
      throw new TypesettingFailure(cause(error, basename(this.template)));
    } finally {
      compiler.unmapShadow(dataFile);
      compiler.unmapShadow(codeFile);
      compiler.evictCache(REMEMBERED_SHEETS);
      if (++this.sheets % SHEETS_PER_COLLECTION === 0) returnNativeMemory();
    }
  }

  private createCompiler(): NodeCompiler {
    const fontBlobs = readdirSync(FONTS)
      .filter((file) => file.endsWith('.ttf'))
      .map((file) => readFileSync(join(FONTS, file)));
    const compiler = NodeCompiler.create({ workspace: this.workspace, fontArgs: [{ fontBlobs }] });
    // A template of another room finds the frame beside itself, too.
    if (this.workspace !== __dirname)
      compiler.mapShadow(join(this.workspace, FRAME), readFileSync(join(__dirname, FRAME)));
    return compiler;
  }
}

/** Typst quotes the text it failed on, which may be a name or a code: that must reach no log. */
function cause(error: unknown, template: string): string {
  const message = String((error as { message?: unknown } | null)?.message);
  if (message.includes('could not be displayed')) return 'it holds a character that none of the fonts has';
  if (message.includes('does not fit into the window')) return 'the address does not fit into the window';
  return `Typst refused it (${template})`;
}
