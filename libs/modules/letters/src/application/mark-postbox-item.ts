import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { Database } from '@of/platform';
import { itemNotFound } from '../domain/postbox.errors';
import type { PostboxView } from '../persistence/postbox-items.repository';
import { PostboxReadingsRepository } from '../persistence/postbox-readings.repository';
import { OpenPostboxItem } from './open-postbox-item';

/** Read or unread, for the account that says so. Saying it twice does no harm. */
@Injectable()
export class MarkPostboxItem {
  constructor(
    private readonly database: Database,
    private readonly readings: PostboxReadingsRepository,
    private readonly opening: OpenPostboxItem,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(view: PostboxView, id: string, isRead: boolean): Promise<void> {
    const itemId = parseId(id);
    if (!itemId) throw itemNotFound();
    await this.database.transaction(async (tx) => {
      // Only reading opens an item: "unread" must not begin the legal dates of one that nobody has looked at.
      if (isRead) await this.opening.keepOpening(tx, view, itemId);
      else if (!(await this.readings.hold(tx, view, itemId))) throw itemNotFound();
      if (!(await this.readings.setRead(tx, view.accountId, itemId, isRead))) return;
      const act = isRead ? 'letters.post-read' : 'letters.post-unread';
      await tx.audit({ actor: view.accountId, subject: view.insuredId, act, object: itemId });
    });
  }
}
