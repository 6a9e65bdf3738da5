import { Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository } from '@of/identity';
import { WaitingPosts } from '@of/letters';
import { Database } from '@of/platform';
import { postNotice } from '../domain/post-notice';
import { NoticeDispatch } from './tell-member';

const BATCH = 100;

/**
 * Tells members that post is there, at most once a day each. Who is due is a question to the database; taking what is told and
 * queueing the message are one transaction, so running it twice, or in two workers, sends one message.
 */
@Injectable()
export class TellOfPost {
  constructor(
    private readonly database: Database,
    private readonly posts: WaitingPosts,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly dispatch: NoticeDispatch,
  ) {}

  async execute(): Promise<void> {
    for (;;) {
      const due = await this.posts.findAccounts(BATCH);
      for (const accountId of due) await this.tell(accountId);
      if (due.length < BATCH) return;
    }
  }

  private async tell(accountId: string): Promise<void> {
    const account = await this.accounts.findById(accountId);
    const { mobile } = await this.contacts.read(accountId);
    const { serviceName, hotline } = this.dispatch.branding;
    await this.database.transaction(async (tx) => {
      const waiting = await this.posts.take(tx, accountId);
      if (!waiting || account?.state !== 'active') return;
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
