import { uploadLimits } from '../../domain/upload-limits';
import { refuseBombs } from './pdf-bombs';
import { describePdf } from './qpdf';
import { Refused } from './refused';

/**
 * Names in a PDF behind which something runs, leaves the file or comes out of it. qpdf writes names in one way, however
 * they were spelled in the file.
 */
const activeNames = [
  'JS',
  'JavaScript',
  'Launch',
  'EF',
  'EmbeddedFile',
  'EmbeddedFiles',
  'GoToE',
  'ImportData',
  'RichMedia',
  'SubmitForm',
  'XFA',
];
const activeContent = new RegExp(`"/(${activeNames.join('|')})"`);

/**
 * A PDF stays byte for byte what it was, so that a signature in it and its hash still hold; therefore it is taken only if
 * nothing in it runs and nothing else hides before or behind it (S50).
 */
export async function checkPdf(file: Buffer): Promise<{ sheets: number; content: Buffer }> {
  const end = file.lastIndexOf('%%EOF');
  if (end < 0) throw new Refused('file-broken');
  // What comes after the end could be another file for another program.
  if (file.length - end > 64 || /[^\s\0]/.test(file.toString('latin1', end + 5))) throw new Refused('file-broken');
  refuseBombs(file, uploadLimits.inflatedBytes);
  const output = await describePdf(file);
  // Without its password it cannot be read at all; the mark itself is never encrypted.
  if (output === null) throw new Refused(file.includes('/Encrypt') ? 'pdf-encrypted' : 'file-broken');
  const { pages, encrypt } = JSON.parse(output) as { pages: unknown[]; encrypt: { encrypted: boolean } };
  if (encrypt.encrypted) throw new Refused('pdf-encrypted');
  if (activeContent.test(output)) throw new Refused('pdf-active-content');
  if (pages.length === 0) throw new Refused('file-broken');
  if (pages.length > uploadLimits.pages) {
    throw new Refused('too-many-pages', { actual: pages.length, allowed: uploadLimits.pages });
  }
  return { sheets: pages.length, content: file };
}
