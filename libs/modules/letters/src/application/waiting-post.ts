import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { PostboxNoticesRepository, type WaitingPost } from '../persistence/postbox-notices.repository';

/** Post that members have not been told of. The room that writes to them asks for it. */
@Injectable()
export class WaitingPosts {
  constructor(private readonly notices: PostboxNoticesRepository) {}

  /** Accounts that may be told now, in the order of their ids: those behind `after`. */
  findAccounts(limit: number, after: string | null = null): Promise<string[]> {
    return this.notices.findDue(limit, after);
  }

  /** What to tell an account of; null when somebody else has just done so. It counts as told once this commits. */
  take(tx: Tx, accountId: string): Promise<WaitingPost | null> {
    return this.notices.take(tx, accountId);
  }

  /** A notice goes out with this transaction: legal dates count from today. */
  markNotified(tx: Tx, accountId: string): Promise<void> {
    return this.notices.markNotified(tx, accountId);
  }
}
