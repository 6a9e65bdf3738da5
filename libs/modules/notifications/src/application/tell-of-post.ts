import { Inject, Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository } from '@of/identity';
import { WaitingPosts } from '@of/letters';
import { Database, LOGGER } from '@of/platform';
import { type Logger } from 'pino';
import { postNotice } from '../domain/post-notice';
import { NoticeDispatch } from './tell-member';

const BATCH = 100;

/**
 * Tells members that post is there, at most once a day each. Who is due is a question to the database; taking what is told and
 * queueing the message are one transaction, so running it twice, or in two workers, sends one message. Each account stands for
 * itself: one that cannot be told now stays due and holds up nobody.
 */
@Injectable()
export class TellOfPost {
  constructor(
    private readonly database: Database,
    private readonly posts: WaitingPosts,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly dispatch: NoticeDispatch,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    for (let after: string | null = null; ;) {
      const due: string[] = await this.posts.findAccounts(BATCH, after);
      for (const accountId of due) {
        await this.tell(accountId).catch((error: Error) =>
          this.logger.error({ err: error, accountId }, 'a member could not be told of post'),
        );
      }
      if (due.length < BATCH) return;
      after = due.at(-1) ?? null;
    }
  }

  private async tell(accountId: string): Promise<void> {
    const account = await this.accounts.findById(accountId);
    if (account?.state !== 'active') return; // what waits is told once it is active again
    const { mobile } = await this.contacts.read(accountId);
    const { serviceName, hotline } = this.dispatch.branding;
    await this.database.transaction(async (tx) => {
      const waiting = await this.posts.take(tx, accountId);
      if (!waiting) return;
      const facts = { serviceName, hotline: hotline.number, coverEndedOn: '', accessEndsOn: '' };
      const isTold = await this.dispatch.queue(tx, waiting.hasDecision ? 'decision' : 'postbox', {
        account,
        mobile: mobile?.verified ? mobile.value : null,
        text: postNotice[account.language](facts),
        deviceId: null,
      });
      if (!isTold) return;
      await this.posts.markNotified(tx, accountId);
      await tx.audit({
        actor: 'system',
        subject: account.insuredId,
        act: 'notifications.told-of-post',
        details: { hasDecision: waiting.hasDecision },
      });
    });
  }
}
