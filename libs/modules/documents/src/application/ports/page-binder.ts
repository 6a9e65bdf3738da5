export interface BindablePage {
  mediaType: string;
  content: Buffer;
}

/** Port: makes one PDF of several pictures and PDFs, in their order. */
export abstract class PageBinder {
  abstract bind(pages: AsyncIterable<BindablePage>): Promise<Buffer>;
}
