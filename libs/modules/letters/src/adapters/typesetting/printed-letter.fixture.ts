import { execFileSync } from 'node:child_process';

/** Looks at a PDF with the tools of poppler (package poppler-utils), as somebody does who did not write it. */
function poppler(tool: string, args: string[], pdf: Buffer): Buffer {
  return execFileSync(tool, [...args, '-'], {
    input: pdf,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** The text in reading order. */
export const textOf = (pdf: Buffer): string => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString();

export const factsOf = (pdf: Buffer): string => poppler('pdfinfo', [], pdf).toString();

/** What the file says about itself (XMP). */
export const metadataOf = (pdf: Buffer): string => poppler('pdfinfo', ['-meta'], pdf).toString();

/** The tags with their text, as a screen reader gets them. */
export const structureOf = (pdf: Buffer): string => poppler('pdfinfo', ['-struct-text'], pdf).toString();

export interface Font {
  readonly name: string;
  readonly isEmbedded: boolean;
}

export function fontsOf(pdf: Buffer): Font[] {
  const rows = poppler('pdffonts', [], pdf).toString().trim().split('\n').slice(2);
  return rows.map((row) => ({
    name: row.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '',
    isEmbedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row)?.[1] === 'yes',
  }));
}

export interface Word {
  readonly text: string;
  /** Millimetres from the left and upper edge of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function wordsOf(pdf: Buffer): Word[] {
  const html = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf }).toString();
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  const mm = (points?: string) => (Number(points) * 25.4) / 72;
  return [...html.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
    text: text ?? '',
    left: mm(left),
    top: mm(top),
    right: mm(right),
    bottom: mm(bottom),
  }));
}

export interface Picture {
  /** Is there ink at this place, in millimetres from the left and upper edge? */
  isDark(x: number, y: number): boolean;
}

/** The sheet as it is printed, ten dots a millimetre. */
export function pictureOf(pdf: Buffer): Picture {
  const image = poppler('pdftoppm', ['-r', '254', '-gray', '-singlefile'], pdf);
  const [header, width] = /^P5\s+(\d+)\s+\d+\s+\d+\s/.exec(image.subarray(0, 40).toString('latin1')) ?? [];
  if (!header || !width) throw new Error('pdftoppm gave no picture');
  return {
    isDark: (x, y) => {
      const shade = image[header.length + Math.round(y * 10) * Number(width) + Math.round(x * 10)];
      return shade !== undefined && shade < 160;
    },
  };
}
