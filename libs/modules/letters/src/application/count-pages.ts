import { pdfUnreadable } from '../domain/postbox.errors';

/**
 * How many pages a PDF has. The library is loaded with the first one: most processes never see any.
 * @throws ValidationError with `pdf-unreadable`, also for one that is locked by a password
 */
export async function countPages(pdf: Buffer): Promise<number> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pages = await PDFDocument.load(pdf, { updateMetadata: false })
    .then((document) => document.getPageCount())
    .catch(() => 0);
  if (pages < 1) throw pdfUnreadable();
  return pages;
}
