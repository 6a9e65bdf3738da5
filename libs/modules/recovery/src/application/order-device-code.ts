import { Injectable } from '@nestjs/common';
import { AccountRepository, PasswordCheck } from '@of/identity';
import { type DateOnly } from '@of/kernel';
import { Database, type SessionActor } from '@of/platform';
import { deviceCodeOrdered } from '../domain/recovery.events';
import { OrderLetterWithCode } from './order-letter-with-code';

/** A letter with a code for a new device: the way on for who lost the old one. Every device and channel hears of it. */
@Injectable()
export class OrderDeviceCode {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheck,
    private readonly accounts: AccountRepository,
    private readonly letters: OrderLetterWithCode,
  ) {}

  /** @throws DomainError with field code `password-wrong`; `too-many-requests` while a letter is under way */
  async execute(actor: SessionActor, password: string): Promise<{ letterExpectedBy: DateOnly }> {
    const { language } = await this.passwords.confirm(actor.accountId, password);
    return this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, actor.accountId);
      const { letterId, expectedBy } = await this.letters.execute(tx, 'device', { ...actor, language });
      await tx.audit({
        actor: actor.accountId,
        subject: actor.insuredId,
        act: 'recovery.device-code-ordered',
        object: letterId,
      });
      await tx.publish(deviceCodeOrdered(actor.accountId, letterId));
      return { letterExpectedBy: expectedBy };
    });
  }
}
