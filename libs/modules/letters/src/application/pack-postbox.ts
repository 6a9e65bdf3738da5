import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { OpenDocument } from '@of/documents';
import { DomainError } from '@of/kernel';
import { Database, LOGGER, TryCounter, ZipArchive } from '@of/platform';
import { type Logger } from 'pino';
import { PostboxItemsRepository, type PostboxView } from '../persistence/postbox-items.repository';
import { PostboxReadingsRepository } from '../persistence/postbox-readings.repository';
import { everyItem } from './every-item';

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
    for await (const { item, file } of everyItem(this.items, view)) {
      const { stream } = await this.documents.execute({ subject: view.insuredId, documentId: item.documentId });
      await zip.add(file, stream, { at: item.sentAt, isPacked: true });
    }
    zip.end();
  }

  private async countTry(accountId: string): Promise<void> {
    const counted = await this.tries.count(limit, accountId);
    if (!counted.isAllowed)
      throw new DomainError('too-many-requests', 'too-many', { retryAfterSeconds: counted.resetSeconds });
  }
}
