import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until';

/** Where letters, mails and texts of a house arrive. */
export interface Postbox {
  dataDir: string;
}

export interface PrintedLetter {
  letterId: string;
  purpose: string;
  kvnr: string;
  externalId: string;
  createdAt: string;
  pages: number;
  sha256: string;
  pdf: string;
}

const files = (house: Postbox, folder: string, ending: string): string[] => {
  const path = join(house.dataDir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()
    .map((name) => join(path, name));
};

/** What the print provider finds, oldest first. */
export function printedLetters(house: Postbox, kvnr?: string): PrintedLetter[] {
  return files(house, 'print', '.json')
    .map((file) => ({
      ...(JSON.parse(readFileSync(file, 'utf8')) as PrintedLetter),
      pdf: file.replace(/json$/, 'pdf'),
    }))
    .filter((letter) => !kvnr || letter.kvnr === kvnr)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

export function letterText({ pdf }: PrintedLetter): string {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
}

/** The code as a person reads it off the paper. */
export function codeOf(letter: PrintedLetter): string {
  const codes = letterText(letter).match(/\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\b/g) ?? [];
  if (codes.length !== 1) throw new Error(`the letter holds ${codes.length} codes`);
  return codes[0];
}

/** Waits for the newest letter to this number. */
export function newestLetter(house: Postbox, kvnr: string, count = 1): Promise<PrintedLetter> {
  return until(`letter ${count} to ${kvnr}`, () => {
    const letters = printedLetters(house, kvnr);
    return letters.length >= count ? letters.at(-1) : null;
  });
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export function mailsTo(house: Postbox, address: string): string[] {
  return files(house, 'mail', '.eml')
    .map((file) => readFileSync(file, 'latin1'))
    .filter((eml) => new RegExp(`^To:.*${address.replace(/[.+]/g, '\\$&')}`, 'im').test(eml))
    .map(decodeQuotedPrintable);
}

const codeIn = (text: string): string | undefined => /Code:? (\d{6,8})/.exec(text)?.[1];

/** Waits until `count` codes were mailed to this address, and gives the newest. */
export function mailedCode(house: Postbox, address: string, count = 1): Promise<string> {
  return newestCode(`mailed code ${count} to ${address}`, () => mailsTo(house, address), count);
}

/** Waits until `count` codes were texted to this number, and gives the newest. */
export function textedCode(house: Postbox, number: string, count = 1): Promise<string> {
  const read = () =>
    files(house, 'sms', '.json')
      .map((file) => JSON.parse(readFileSync(file, 'utf8')) as { to: string; text: string })
      .filter(({ to }) => to === number)
      .map(({ text }) => text);
  return newestCode(`texted code ${count} to ${number}`, read, count);
}

/** Messages may lie there that hold no code: notices. Of more codes than asked for the newest is given. */
function newestCode(what: string, read: () => string[], count: number): Promise<string> {
  const codes = () => read().flatMap((text) => codeIn(text) ?? []);
  return until(what, () => (codes().length >= count ? codes().at(-1) : null));
}
