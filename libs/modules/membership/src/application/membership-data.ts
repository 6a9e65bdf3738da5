import { Injectable } from '@nestjs/common';
import {
  Database,
  PersonalDataSource,
  PersonalDataSources,
  Sealer,
  type ExportedPart,
  type ExportSubject,
  type Kept,
} from '@of/platform';
import { ibanContext } from '../persistence/iban-context';

interface Row {
  externalId: string;
  bankAccount: { iban?: string; ibanMasked?: string; accountHolder: string } | null;
  iban: Buffer | null;
}

const sql = `
  SELECT p.external_id AS "externalId", p.kvnr, p.given_name AS "givenName", p.family_name AS "familyName",
    p.date_of_birth::text AS "dateOfBirth", p.email, p.phone, p.created_at AS "knownSince",
    (SELECT json_agg(json_build_object('street', street, 'houseNumber', house_number, 'postalCode', postal_code,
        'city', city, 'country', country, 'validFrom', nullif(valid_from, '-infinity')) ORDER BY valid_from)
       FROM membership.address WHERE insured_id = p.id) AS addresses,
    (SELECT json_build_object('ibanMasked', '•••• ' || iban_last_four, 'accountHolder', account_holder)
       FROM membership.bank_account WHERE insured_id = p.id) AS "bankAccount",
    (SELECT iban_sealed FROM membership.bank_account WHERE insured_id = p.id) AS iban,
    (SELECT json_agg(json_build_object('from', starts_on, 'to', ends_on, 'kind', kind) ORDER BY starts_on)
       FROM membership.insurance_period WHERE insured_id = p.id) AS "insurancePeriods"
  FROM membership.insured_person p WHERE p.id = $1`;

/** What the core insurance system tells about a person is no part of the account. */
@Injectable()
export class MembershipData extends PersonalDataSource {
  readonly name = 'membership';

  constructor(
    sources: PersonalDataSources,
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {
    super();
    sources.register(this);
  }

  async *export({ insuredId, level }: ExportSubject): AsyncIterable<ExportedPart> {
    const rows = await this.database.read<Row>('membership.export', sql, [insuredId]);
    yield {
      kind: 'table',
      name: 'versicherung',
      about: { de: 'Ihre Versicherungsdaten', en: 'Your insurance data' },
      fields: {
        externalId: { de: 'Ihre Nummer in unserem Bestandssystem', en: 'Your number in our core system' },
        kvnr: { de: 'Krankenversichertennummer', en: 'Health insurance number (KVNR)' },
        givenName: { de: 'Vorname', en: 'Given name' },
        familyName: { de: 'Familienname', en: 'Family name' },
        dateOfBirth: { de: 'Geburtsdatum', en: 'Date of birth' },
        email: { de: 'E-Mail-Adresse im Bestandssystem', en: 'E-mail address in the core system' },
        phone: { de: 'Telefonnummer', en: 'Telephone number' },
        knownSince: { de: 'In diesem Portal bekannt seit', en: 'Known to this portal since' },
        addresses: {
          de: 'Anschriften; `validFrom` leer: gilt von Anfang an',
          en: 'Addresses; `validFrom` empty: from the beginning',
        },
        bankAccount: {
          de: 'Bankverbindung; ohne zweiten Faktor nur die letzten vier Stellen',
          en: 'Bank account; without second factor the last four figures only',
        },
        insurancePeriods: { de: 'Versicherungszeiten', en: 'Periods of insurance' },
      },
      rows: rows.map(({ iban, bankAccount, ...row }) => ({
        ...row,
        bankAccount:
          iban && bankAccount && level === 'full'
            ? {
                iban: this.sealer.open(iban, ibanContext(row.externalId)).toString(),
                accountHolder: bankAccount.accountHolder,
              }
            : bankAccount,
      })),
    };
  }

  async erase(): Promise<Kept[]> {
    return [
      {
        what: {
          de: 'Ihre Versicherungsdaten: Name, Anschrift, Bankverbindung und Versicherungszeiten',
          en: 'Your insurance data: name, address, bank account and periods of insurance',
        },
        why: {
          de: 'Wir brauchen sie für Ihre Versicherung. Das Gesetz verpflichtet uns dazu.',
          en: 'We need them for your insurance. The law obliges us to keep them.',
        },
      },
    ];
  }
}
