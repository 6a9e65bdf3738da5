import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx';
import type { ExportedPart, ExportSubject, Words } from './exported-part';

/** Whose data is meant. */
export interface DataSubject {
  accountId: string;
  insuredId: string;
}

/** Something that stays when an account is erased, in words for the member. */
export interface Kept {
  what: Words;
  why: Words;
}

/** Port: a place where personal data of an account lies. Every room that has one registers it. */
export abstract class PersonalDataSource {
  /** Name of the room. */
  abstract readonly name: string;

  /**
   * Everything about the member that lies here, for them to take away (Art. 15 and 20 GDPR): tables and files, one after the
   * other, without ever holding more than a page of rows. What the level does not show is left out or masked as on screen.
   */
  abstract export(subject: ExportSubject): AsyncIterable<ExportedPart>;

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

  /** All of them, in the order of their names. */
  all(): readonly PersonalDataSource[] {
    return [...this.sources].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Erases in all of them. No source relies on another one's rows. */
  async erase(tx: Tx, subject: DataSubject): Promise<Kept[]> {
    const kept: Kept[] = [];
    for (const source of this.sources) kept.push(...(await source.erase(tx, subject)));
    return kept;
  }
}
