import { PDFDocument, PageSizes } from '@cantoo/pdf-lib';
import { PageBinder, type BindablePage } from '../application/ports/page-binder';

const [SHORT, LONG] = PageSizes.A4;

/** Each picture fills a sheet of A4, upright or across as the picture is; sheets of PDFs are taken over as they are. */
export class PdfPageBinder extends PageBinder {
  async bind(pages: AsyncIterable<BindablePage>): Promise<Buffer> {
    const bound = await PDFDocument.create();
    for await (const page of pages) {
      if (page.mediaType === 'application/pdf') await addSheets(bound, page.content);
      else await addPicture(bound, page);
    }
    return Buffer.from(await bound.save());
  }
}

async function addSheets(bound: PDFDocument, content: Buffer): Promise<void> {
  const source = await PDFDocument.load(content);
  for (const sheet of await bound.copyPages(source, source.getPageIndices())) bound.addPage(sheet);
}

async function addPicture(bound: PDFDocument, { mediaType, content }: BindablePage): Promise<void> {
  const picture = await bound.embedJpg(mediaType === 'image/jpeg' ? content : await toJpeg(content));
  const sheet = bound.addPage(picture.width > picture.height ? [LONG, SHORT] : [SHORT, LONG]);
  const { width, height } = picture.scaleToFit(sheet.getWidth(), sheet.getHeight());
  const [x, y] = [(sheet.getWidth() - width) / 2, (sheet.getHeight() - height) / 2];
  sheet.drawImage(picture, { x, y, width, height });
}

/** A PNG would be unpacked and packed again in JavaScript, which takes very long for a large one. */
async function toJpeg(content: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(content).flatten({ background: '#ffffff' }).jpeg({ quality: 92 }).toBuffer();
}
