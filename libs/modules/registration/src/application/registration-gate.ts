import { Injectable } from '@nestjs/common';
import { HashGate, PasswordHasher } from '@of/identity';
import { type Kvnr } from '@of/kernel';
import { Database, TryCounter, type CountedTry } from '@of/platform';
import { tooManyRegistrations } from '../domain/registration.errors';

/** Tries per address; each address of a household's network counts. */
const perAddress = { surface: 'registration.address', tries: 5, windowSeconds: 3600 };
/** Tries per number, known or not: nobody walks through postal codes. */
const perNumber = { surface: 'registration.kvnr', tries: 5, windowSeconds: 24 * 3600 };

/** What every registration passes before anything is looked up: the limits and the expensive hash. */
@Injectable()
export class RegistrationGate {
  constructor(
    private readonly counter: TryCounter,
    private readonly hashGate: HashGate,
    private readonly hasher: PasswordHasher,
    private readonly database: Database,
  ) {}

  /**
   * @returns the hash of the password
   * @throws DomainError `too-many-requests`
   */
  async admit(kvnr: Kvnr, address: string, password: string): Promise<string> {
    refuseBeyond(await this.counter.count(perAddress, address));
    refuseBeyond(await this.counter.count(perNumber, kvnr.value));
    return this.hashGate.run(() => this.hasher.hash(password));
  }

  /** The database's clock decides what day it is. */
  async now(): Promise<Date> {
    const [row] = await this.database.read<{ now: Date }>('registration.now', 'SELECT platform.now() AS now');
    return (row as { now: Date }).now;
  }
}

function refuseBeyond(counted: CountedTry): void {
  if (!counted.isAllowed) throw tooManyRegistrations(counted.resetSeconds);
}
