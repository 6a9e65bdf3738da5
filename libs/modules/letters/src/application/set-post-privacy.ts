import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { Database } from '@of/platform';
import { itemNotFound, privacyIsOwn } from '../domain/postbox.errors';
import type { PostboxView } from '../persistence/postbox-items.repository';
import { PostboxRepository } from '../persistence/postbox.repository';

/**
 * A young person keeps an item to themselves, or shows it again. It takes an own account, which nobody has before 15, so there
 * is no age to check; the post of a grown-up is private anyway.
 */
@Injectable()
export class SetPostPrivacy {
  constructor(
    private readonly database: Database,
    private readonly postbox: PostboxRepository,
  ) {}

  /** @throws DomainError `not-found`, `postbox-privacy-own` for whoever acts for somebody else */
  async execute({ insuredId, accountId, isSelf }: PostboxView, id: string, isPrivate: boolean): Promise<void> {
    const itemId = parseId(id);
    if (!isSelf) throw privacyIsOwn();
    if (!itemId) throw itemNotFound();
    await this.database.transaction(async (tx) => {
      if (!(await this.postbox.setPrivate(tx, insuredId, itemId, isPrivate))) throw itemNotFound();
      const act = isPrivate ? 'letters.post-made-private' : 'letters.post-shown-again';
      await tx.audit({ actor: accountId, subject: insuredId, act, object: itemId });
    });
  }
}
