import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { LOGGER } from '@of/platform';
import { type Logger } from 'pino';
import { documentCleared, documentRejected } from '../domain/document.events';
import { StoreAway } from '../domain/upload.errors';
import { DocumentRepository, type PageFile, type QuarantinedDocument } from '../persistence/document.repository';
import { StoredFileRepository, type StoredFile } from '../persistence/stored-file.repository';
import { PageBinder, type BindablePage } from './ports/page-binder';
import { ScannerAway, VirusScanner } from './ports/virus-scanner';
import { SealedFiles } from './sealed-files';

/** Nobody else takes a document for that long. Three tries of 30 s for a page, and some room. */
const CLAIM_SECONDS = 300;
const RETRY_SECONDS = 10;
/** How often the scanner, or we ourselves, may fail at a document before it is given up. A scanner or store that is away never counts. */
const MAX_FAILURES = 3;

type Outcome = { is: 'clean' } | { is: 'infected' } | { is: 'failing' } | { is: 'waiting' };

/**
 * Takes one document out of quarantine, if every page of it is clean (S51). Several pages then become one PDF. It fails
 * closed: without a clear answer the document stays where it is, and the schedule comes back to it.
 */
@Injectable()
export class ScanDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
    private readonly scanner: VirusScanner,
    private readonly binder: PageBinder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns false when the scanner or the store was away, so that the next document would fare no better */
  async execute(documentId: string): Promise<boolean> {
    const document = await this.documents.ofEverybody((tx) => this.documents.claim(tx, documentId, CLAIM_SECONDS));
    if (!document) return true;
    const pages = await this.documents.ofEverybody((tx) => this.documents.pages(tx, documentId));
    const outcome = await this.judge(document, pages);
    if (outcome.is === 'infected') await this.reject(document, 'infected');
    if (outcome.is === 'waiting') await this.postpone(document, false);
    if (outcome.is === 'failing') {
      if (document.scanTries + 1 >= MAX_FAILURES) await this.reject(document, 'failed');
      else await this.postpone(document, true);
    }
    return outcome.is !== 'waiting';
  }

  private async judge(document: QuarantinedDocument, pages: PageFile[]): Promise<Outcome> {
    try {
      for (const page of pages) {
        const { outcome } = await this.scanner.scan(async () => this.files.read(page));
        if (outcome !== 'clean') return { is: outcome === 'infected' ? 'infected' : 'failing' };
      }
      await this.clear(document, pages);
      return { is: 'clean' };
    } catch (error) {
      const isAway = error instanceof ScannerAway || error instanceof StoreAway;
      this.logger.warn({ err: error, documentId: document.id }, isAway ? 'a scan has to wait' : 'a scan failed');
      return { is: isAway ? 'waiting' : 'failing' };
    }
  }

  private async clear(document: QuarantinedDocument, pages: PageFile[]): Promise<void> {
    const [first, ...further] = pages as [PageFile, ...PageFile[]];
    const isOne = further.length === 0;
    const { file, sha256 } = isOne ? { file: first, sha256: first.sha256 } : await this.bind(pages);
    await this.documents.ofEverybody(async (tx) => {
      if (!isOne) await this.storedFiles.insert(tx, file);
      const content = { fileId: file.id, sha256, size: file.size, scanned: this.scanner.isConfigured };
      if (!(await this.documents.clear(tx, document.id, content))) return;
      await tx.audit({ actor: 'system', subject: document.subject, act: 'documents.cleared', object: document.id });
      await tx.publish(documentCleared(document.id));
    });
  }

  private async bind(pages: PageFile[]): Promise<{ file: StoredFile; sha256: string }> {
    const pdf = await this.binder.bind(this.contents(pages));
    const file = await this.files.write(once(pdf));
    return { file, sha256: createHash('sha256').update(pdf).digest('hex') };
  }

  private async *contents(pages: PageFile[]): AsyncGenerator<BindablePage> {
    for (const page of pages) yield { mediaType: page.mediaType, content: await buffer(this.files.read(page)) };
  }

  private async reject(document: QuarantinedDocument, state: 'infected' | 'failed'): Promise<void> {
    await this.documents.ofEverybody(async (tx) => {
      if (!(await this.documents.reject(tx, document.id, state))) return;
      await tx.audit({ actor: 'system', subject: document.subject, act: `documents.${state}`, object: document.id });
      await tx.publish(documentRejected(document.id, state));
    });
  }

  private async postpone(document: QuarantinedDocument, isFailure: boolean): Promise<void> {
    await this.documents.ofEverybody((tx) => this.documents.postpone(tx, document.id, RETRY_SECONDS, isFailure));
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
