import { Injectable } from '@nestjs/common';
import {
  PersonalDataSource,
  PersonalDataSources,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
import { maskMobile } from '../domain/contact-value';
import { AccountExportRepository } from '../persistence/account-export.repository';
import { AccountLifeRepository } from '../persistence/account-life.repository';

/** The account itself: nothing of it stays. */
@Injectable()
export class AccountData extends PersonalDataSource {
  readonly name = 'identity';

  constructor(
    sources: PersonalDataSources,
    private readonly accounts: AccountLifeRepository,
    private readonly exports: AccountExportRepository,
  ) {
    super();
    sources.register(this);
  }

  async *export({ accountId, level }: ExportSubject): AsyncIterable<ExportedPart> {
    const account = await this.exports.account(accountId);
    const masked = ({ mobile, ...rest }: { mobile: string | null }): object => ({
      ...rest,
      mobile: mobile && level === 'basic' ? maskMobile(mobile) : mobile,
    });
    yield {
      kind: 'table',
      name: 'zugang',
      about: { de: 'Ihr Zugang', en: 'Your account' },
      fields: {
        username: { de: 'Benutzername', en: 'User name' },
        state: { de: 'Zustand des Zugangs', en: 'State of the account' },
        language: { de: 'Sprache unserer Nachrichten', en: 'Language of our messages' },
        createdAt: { de: 'Registriert am', en: 'Registered on' },
        activatedAt: { de: 'Freigeschaltet am', en: 'Activated on' },
        passwordChangedAt: {
          de: 'Passwort zuletzt geändert am; das Passwort selbst kennen wir nicht',
          en: 'Password last changed on; the password itself we do not know',
        },
        email: { de: 'Bestätigte E-Mail-Adresse', en: 'Confirmed e-mail address' },
        mobile: {
          de: 'Bestätigte Mobilnummer; ohne zweiten Faktor verkürzt',
          en: 'Confirmed mobile number; shortened without second factor',
        },
      },
      rows: account.map(masked),
    };
    yield {
      kind: 'table',
      name: 'geraete',
      about: { de: 'Ihre Geräte', en: 'Your devices' },
      fields: {
        name: { de: 'Name', en: 'Name' },
        state: { de: 'Zustand', en: 'State' },
        boundAt: { de: 'Eingerichtet am', en: 'Set up on' },
        lastUsedAt: { de: 'Zuletzt benutzt am', en: 'Last used on' },
      },
      rows: await this.exports.devices(accountId),
    };
    yield {
      kind: 'table',
      name: 'anmeldungen',
      about: { de: 'Ihre Anmeldungen im Browser', en: 'Your logins in browsers' },
      fields: {
        browser: { de: 'Browser', en: 'Browser' },
        address: { de: 'Internetadresse (IP)', en: 'Internet address (IP)' },
        level: { de: '`full`: mit zweitem Faktor', en: '`full`: with second factor' },
        startedAt: { de: 'Angemeldet am', en: 'Logged in on' },
        lastUsedAt: { de: 'Zuletzt benutzt am', en: 'Last used on' },
        endedAt: { de: 'Abgemeldet am', en: 'Logged out on' },
      },
      rows: await this.exports.sessions(accountId),
    };
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.accounts.erase(tx, accountId);
    return [];
  }
}
