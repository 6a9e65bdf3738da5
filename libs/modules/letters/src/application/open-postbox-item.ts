import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { itemNotFound } from '../domain/postbox.errors';
import { PostboxItemsRepository, type OpenedItem, type PostboxView } from '../persistence/postbox-items.repository';
import { PostboxReadingsRepository } from '../persistence/postbox-readings.repository';

/**
 * Opens one item. That somebody opened it is kept, once for each account: the person sees in their access log who did, and a
 * decision that nobody was told of counts as announced on that day.
 */
@Injectable()
export class OpenPostboxItem {
  constructor(
    private readonly database: Database,
    private readonly items: PostboxItemsRepository,
    private readonly readings: PostboxReadingsRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(view: PostboxView, id: string): Promise<OpenedItem> {
    const itemId = parseId(id);
    if (!itemId) throw itemNotFound();
    await this.database.transaction((tx) => this.keepOpening(tx, view, itemId));
    const item = await this.items.find(view, itemId);
    if (!item) throw itemNotFound();
    return item;
  }

  /** @throws DomainError `not-found` */
  async keepOpening(tx: Tx, view: PostboxView, itemId: string): Promise<void> {
    if (!(await this.readings.hold(tx, view, itemId))) throw itemNotFound();
    if (!(await this.readings.open(tx, view.accountId, itemId))) return;
    await tx.audit({
      actor: view.accountId,
      subject: view.insuredId,
      act: 'letters.post-opened',
      object: itemId,
    });
  }
}
