import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { OpenDocument } from '@of/documents';
import { DateOnly, DomainError } from '@of/kernel';
import { Database, entryName, LOGGER, TryCounter, ZipArchive } from '@of/platform';
import { type Logger } from 'pino';
import type { PostboxItem } from '../domain/postbox-item';
import { PostboxItemsRepository, type OpenedItem, type PostboxView } from '../persistence/postbox-items.repository';
import { PostboxReadingsRepository } from '../persistence/postbox-readings.repository';

const PAGE = 100;
const everything = { query: null, isUnread: false, kind: null, from: null, before: null } as const;
/** Each of them reads and encodes everything: a few an hour are enough. */
const limit = { surface: 'letters.postbox-archive', tries: 10, windowSeconds: 3600 } as const;

/** All of a person's post as one ZIP, made while it is sent: one document is open at a time, however many there are. */
@Injectable()
export class PackPostbox {
  constructor(
    private readonly database: Database,
    private readonly items: PostboxItemsRepository,
    private readonly readings: PostboxReadingsRepository,
    private readonly documents: OpenDocument,
    private readonly tries: TryCounter,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError `too-many-requests` */
  async execute(view: PostboxView): Promise<Readable> {
    await this.countTry(view.accountId);
    await this.database.transaction(async (tx) => {
      const count = await this.readings.openAll(tx, view);
      const { accountId: actor, insuredId: subject } = view;
      await tx.audit({ actor, subject, act: 'letters.post-packed', details: { newlyOpened: count } });
    });
    const zip = new ZipArchive();
    this.fill(zip, view).catch((error: Error) => {
      if (!zip.output.destroyed) this.logger.error({ err: error }, 'a ZIP of a postbox could not be finished');
      zip.fail(error);
    });
    return zip.output;
  }

  private async fill(zip: ZipArchive, view: PostboxView): Promise<void> {
    let after: string | null = null;
    let number = 0;
    for (;;) {
      const page: OpenedItem[] = await this.items.list(view, everything, { after, limit: PAGE });
      for (const item of page) await this.add(zip, view, { item, number: ++number });
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE) break;
    }
    zip.end();
  }

  private async add(
    zip: ZipArchive,
    { insuredId }: PostboxView,
    { item, number }: { item: OpenedItem; number: number },
  ): Promise<void> {
    const { stream } = await this.documents.execute({ subject: insuredId, documentId: item.documentId });
    await zip.add(nameOf(item, number), stream, { at: item.sentAt, isPacked: true });
  }

  private async countTry(accountId: string): Promise<void> {
    const counted = await this.tries.count(limit, accountId);
    if (!counted.isAllowed)
      throw new DomainError('too-many-requests', 'too-many', { retryAfterSeconds: counted.resetSeconds });
  }
}

function nameOf({ sentAt, subject }: PostboxItem, number: number): string {
  return entryName(`${DateOnly.fromInstant(sentAt)} ${subject}`, { number, extension: 'pdf' });
}
