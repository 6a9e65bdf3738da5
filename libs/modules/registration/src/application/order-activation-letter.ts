import { Injectable } from '@nestjs/common';
import { type DateOnly } from '@of/kernel';
import { AccountRepository } from '@of/identity';
import { OrderLetter } from '@of/letters';
import { AddressAge } from '@of/membership';
import { Database, type SessionActor, type Tx } from '@of/platform';
import { ADDRESS_REVIEW_DAYS } from '../domain/eligibility';
import { alreadyActivated } from '../domain/registration.errors';

/** The letter with the activation code: at registration, and again when the first one did not arrive. */
@Injectable()
export class OrderActivationLetter {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly letters: OrderLetter,
    private readonly addresses: AddressAge,
  ) {}

  /** @throws DomainError `letter-under-way` within 24 hours of the last one, `already-activated` */
  async execute(actor: SessionActor): Promise<{ letterExpectedBy: DateOnly }> {
    if (actor.nextStep !== 'activate') throw alreadyActivated();
    const { language } = await this.accounts.getById(actor.accountId);
    const letterExpectedBy = await this.database.transaction((tx) => this.order(tx, { ...actor, language }));
    return { letterExpectedBy };
  }

  async order(tx: Tx, owner: { accountId: string; insuredId: string; language: 'de' | 'en' }): Promise<DateOnly> {
    const { expectedBy } = await this.letters.execute(tx, {
      accountId: owner.accountId,
      insuredId: owner.insuredId,
      purpose: 'registration',
      language: owner.language,
      needsReview: await this.addresses.changedWithinDays(tx, owner.insuredId, ADDRESS_REVIEW_DAYS),
    });
    return expectedBy;
  }
}
