import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx';

/** Whose data is meant. */
export interface DataSubject {
  accountId: string;
  insuredId: string;
}

/** Something that stays when an account is erased, in words for the member. */
export interface Kept {
  what: Record<'de' | 'en', string>;
  why: Record<'de' | 'en', string>;
}

/** Port: a place where personal data of an account lies. Every room that has one registers it. */
export abstract class PersonalDataSource {
  /** Name of the room. */
  abstract readonly name: string;

  /**
   * Erases what belongs to the account, in the transaction that erases all of it. Erasing twice does no harm.
   * @returns what stays and why; nothing that is not there
   */
  abstract erase(tx: Tx, subject: DataSubject): Promise<Kept[]>;
}

/** All places of the house where personal data lies. */
@Injectable()
export class PersonalDataSources {
  private readonly sources: PersonalDataSource[] = [];

  /** @throws Error when two sources share a name */
  register(source: PersonalDataSource): void {
    if (this.sources.some(({ name }) => name === source.name)) throw new Error(`two data sources named ${source.name}`);
    this.sources.push(source);
  }

  /** Erases in all of them. No source relies on another one's rows. */
  async erase(tx: Tx, subject: DataSubject): Promise<Kept[]> {
    const kept: Kept[] = [];
    for (const source of this.sources) kept.push(...(await source.erase(tx, subject)));
    return kept;
  }
}
