import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { DraftRepository } from '../persistence/draft.repository';

const BATCH = 500;

/** Deletes drafts that nobody has touched for too long. */
@Injectable()
export class ForgetExpiredDrafts {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
  ) {}

  async execute(): Promise<void> {
    while ((await this.forgetSome()) === BATCH);
  }

  private forgetSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const gone = await this.drafts.deleteExpired(tx, BATCH);
      if (gone.length === 0) return 0;
      await tx.auditAll(
        gone.map(({ subject, form }) => ({
          actor: 'system',
          subject,
          act: 'drafts.draft-expired',
          details: { form },
        })),
      );
      return gone.length;
    });
  }
}
