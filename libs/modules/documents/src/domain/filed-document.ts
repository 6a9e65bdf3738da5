/** One page as it is kept: cleaned, without metadata. A PDF that was uploaded is one page with several sheets. */
export interface FiledPage {
  position: number;
  sha256: string;
  mediaType: string;
  bytes: number;
}

export interface FiledDocument {
  documentId: string;
  pages: FiledPage[];
  /** Sheets of all pages together. */
  pageCount: number;
}

/** How far a document is, as others see it. */
export type DocumentProgress = 'checking' | 'clean' | 'infected' | 'failed';
