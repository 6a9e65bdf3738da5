import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import type { DraftKey } from '../domain/draft';
import { DraftRepository } from '../persistence/draft.repository';

/** Throws a draft away: its form was sent, or its owner does not want it any more. Nothing to delete is no fault. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
  ) {}

  async execute(key: DraftKey): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.drafts.delete(tx, key))) return;
      const { accountId: actor, subject, form } = key;
      await tx.audit({ actor, subject, act: 'drafts.draft-deleted', details: { form } });
    });
  }
}
