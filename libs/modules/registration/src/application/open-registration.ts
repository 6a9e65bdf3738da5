import { Injectable } from '@nestjs/common';
import { DateOnly, newId } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { AccountRepository } from '@of/identity';
import { FindRegistrant, type Registrant } from '@of/membership';
import { refusalOf, type RefusalCause } from '../domain/eligibility';
import { registrationNotPossible } from '../domain/registration.errors';
import { registrationRefused } from '../domain/registration.events';
import { NoteCoverEnd } from './note-cover-end';
import { OrderActivationLetter } from './order-activation-letter';
import { RegistrationGate } from './registration-gate';
import { RegistrationInputs, type RegistrationCommand } from './registration-inputs';

export interface RegistrationClient {
  address: string;
  language: 'de' | 'en';
}

/**
 * Opens an account for the person that KVNR and postal code name together and orders the letter with the code, in one
 * transaction. After the look-up every refusal looks the same, costs the same work and writes the same rows; what stays
 * to be guessed is closed by limits that count unknown numbers, too.
 */
@Injectable()
export class OpenRegistration {
  constructor(
    private readonly database: Database,
    private readonly inputs: RegistrationInputs,
    private readonly gate: RegistrationGate,
    private readonly registrants: FindRegistrant,
    private readonly accounts: AccountRepository,
    private readonly cover: NoteCoverEnd,
    private readonly letters: OrderActivationLetter,
  ) {}

  /** @throws ValidationError, DomainError `registration-not-possible` or `too-many-requests` */
  async execute(command: RegistrationCommand, client: RegistrationClient): Promise<{ letterExpectedBy: DateOnly }> {
    const { kvnr, postalCode } = await this.inputs.check(command);
    const passwordHash = await this.gate.admit(kvnr, client.address, command.password);
    const on = DateOnly.fromInstant(await this.gate.now());
    const registrant = await this.registrants.execute({ kvnr, postalCode, on });

    const outcome = await this.database.transaction(async (tx): Promise<DateOnly | RefusalCause> => {
      const cause = refusalOf(registrant);
      if (cause || !registrant) return this.refuse(tx, registrant, cause ?? 'not-found');
      const id = newId<'Account'>();
      const account = {
        id,
        insuredId: registrant.insuredId,
        kvnr: kvnr.value,
        language: client.language,
        passwordHash,
      };
      const isNew = await this.accounts.insert(tx, account);
      if (!isNew) return this.refuse(tx, registrant, 'already-registered');
      await this.cover.execute(tx, registrant.insuredId);
      await tx.audit({
        actor: id,
        subject: registrant.insuredId,
        act: 'registration.opened',
        object: id,
        details: { terms: command.termsVersion, privacy: command.privacyVersion },
      });
      return this.letters.order(tx, { accountId: id, insuredId: registrant.insuredId, language: client.language });
    });
    if (!(outcome instanceof DateOnly)) throw registrationNotPossible();
    return { letterExpectedBy: outcome };
  }

  private async refuse(tx: Tx, registrant: Registrant | null, cause: RefusalCause): Promise<RefusalCause> {
    const account =
      cause === 'already-registered' && registrant ? await this.accounts.findByPerson(tx, registrant.insuredId) : null;
    await tx.audit({
      actor: 'anonymous',
      subject: registrant?.insuredId ?? '-',
      act: 'registration.refused',
      result: 'refused',
      details: { cause },
    });
    await tx.publish({ name: registrationRefused, payload: { accountId: account?.id ?? null } });
    return cause;
  }
}
