import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { Kvnr } from '@of/kernel';
import { Database, TryCounter } from '@of/platform';
import { tooManyRequests } from '../domain/recovery.errors';
import { resetRequested } from '../domain/recovery.events';
import type { ResetChannel } from '../domain/recovery-rules';

const perAddress = { surface: 'recovery.address', tries: 5, windowSeconds: 3600 };
/** Each way by itself: whoever uses up the mails cannot keep the owner from asking for a letter. */
const perName = { surface: 'recovery.order', tries: 3, windowSeconds: 3600 };

/** Who is meant by a user name, and under which key tries are counted, whether somebody has it or not. */
export function readUsername(username: string): { kvnr: string | null; email: string; unknownKey: string } {
  const kvnr = Kvnr.tryParse(username);
  const email = username.trim().toLowerCase();
  return {
    kvnr: kvnr.ok ? kvnr.value.value : null,
    email,
    unknownKey: `unknown ${kvnr.ok ? kvnr.value.value : email}`,
  };
}

/**
 * Takes an order for a new password. Every order looks the same, does the same work and writes the same rows, whether the
 * user name is known, the channel is there or the limit is reached: what comes of it is decided by the job.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly counter: TryCounter,
  ) {}

  /** @throws DomainError `too-many-requests` beyond five orders an hour from one address */
  async execute(command: { username: string; channel: ResetChannel }, address: string): Promise<void> {
    const fromAddress = await this.counter.count(perAddress, address);
    if (!fromAddress.isAllowed) throw tooManyRequests(fromAddress.resetSeconds);
    const { unknownKey, ...username } = readUsername(command.username);
    const account = await this.accounts.findByUsername(username);
    const { isAllowed } = await this.counter.count(perName, `${account?.id ?? unknownKey} ${command.channel}`);
    await this.database.transaction(async (tx) => {
      await tx.audit({
        actor: 'anonymous',
        subject: account?.insuredId ?? '-',
        act: 'recovery.reset-requested',
        details: { channel: command.channel },
      });
      await tx.publish(resetRequested(account && isAllowed ? account.id : null, command.channel));
    });
  }
}
