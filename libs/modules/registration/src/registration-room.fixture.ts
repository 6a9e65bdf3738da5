import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApprovalModule, approvalMigrations } from '@of/approval';
import { ConsentModule, consentMigrations } from '@of/consent';
import { IdentityModule, identityMigrations } from '@of/identity';
import { documentsMigrations, lettersMigrations, LettersModule } from '@of/letters';
import { ImportMembers, MembershipModule, membershipMigrations } from '@of/membership';
import { createLogger, PlatformHttpModule, PlatformModule, Sealer } from '@of/platform';
import { testDatabase, type TestDatabase } from '@of/testing';
import { OpenRegistration } from './application/open-registration';
import { RegistrationModule } from './registration.module';

export const PASSWORD = 'Regenbogen-7-Fahrrad';
export const VERSION = '2026-11-01';

export interface RegistrationRoom {
  readonly test: TestDatabase;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Loads one person; the number makes the KVNR. */
  person(
    number: number,
    changes?: Record<string, unknown>,
  ): Promise<{ kvnr: string; postalCode: string; insuredId: string }>;
  /** Answer of a registration: the day of the letter, or the refusal. */
  register(kvnr: string, postalCode: string, address?: string): Promise<unknown>;
  counts(): Promise<Record<string, number>>;
}

/** The room with the rooms below it, wired by their modules, on a database of its own. */
export function registrationRoom(): RegistrationRoom {
  const test = testDatabase([
    ...membershipMigrations,
    ...identityMigrations,
    ...consentMigrations,
    ...documentsMigrations,
    ...lettersMigrations,
    ...approvalMigrations,
  ]);
  const room = { test } as RegistrationRoom;
  let app: INestApplicationContext;
  let caller = 0;

  beforeAll(async () => {
    const legal = join(test.config.DATA_DIR, 'legal');
    for (const kind of ['terms', 'privacy']) {
      mkdirSync(join(legal, kind), { recursive: true });
      for (const language of ['de', 'en']) {
        const text = `---\ntitle: ${kind}\npublishedAt: ${VERSION}\nchanges: Neu\n---\nText`;
        writeFileSync(join(legal, kind, `${VERSION}.${language}.md`), text);
      }
    }
    const config = Object.assign(test.config, { LEGAL_DIR: legal });
    const platform = PlatformModule.forRoot(config, createLogger('silent', 'test'), 'test');
    const rooms = [MembershipModule, IdentityModule, ConsentModule, LettersModule, ApprovalModule, RegistrationModule];
    const module = { module: class RoomAlone {}, imports: [platform, PlatformHttpModule, ...rooms] };
    app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    await test.clock.set('2026-11-23T09:00:00Z');
  });
  afterAll(() => app?.close());

  room.get = (type) => app.get(type as Type, { strict: false });
  room.person = async (number, changes = {}) => {
    const line = { ...memberLine(number), ...changes };
    const members = new ImportMembers(test.database, new Sealer(test.config), test.config);
    const { rejected } = await members.execute(Readable.from([Buffer.from(JSON.stringify(line))]));
    if (rejected > 0) throw new Error('the line was rejected');
    const [row] = await test.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [
      line.kvnr,
    ]);
    return { kvnr: line.kvnr, postalCode: line.address.postalCode, insuredId: (row as { id: string }).id };
  };
  room.register = (kvnr, postalCode, address = `10.0.0.${(caller += 1)}`) => {
    const command = { kvnr, postalCode, password: PASSWORD, termsVersion: VERSION, privacyVersion: VERSION };
    return room
      .get(OpenRegistration)
      .execute(command, { address, language: 'de' })
      .catch((error: unknown) => error);
  };
  room.counts = async () => {
    const [row] = await test.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM platform.audit_entry) AS audit, (SELECT count(*)::int FROM platform.outbox_event) AS outbox,
              (SELECT count(*)::int FROM platform.outgoing_message) AS messages, (SELECT count(*)::int FROM identity.account) AS accounts,
              (SELECT count(*)::int FROM letters.letter) AS letters`,
    );
    return row as Record<string, number>;
  };
  return room;
}

export function memberLine(number: number) {
  return {
    externalId: `P-${number}`,
    kvnr: kvnrOf(number),
    givenName: 'Erika',
    familyName: 'Muster',
    dateOfBirth: '1984-08-12',
    address: { street: 'Königsbrücker Straße', houseNumber: '7a', postalCode: '01099', city: 'Dresden', country: 'DE' },
    email: null,
    phone: null,
    bankAccount: { iban: 'DE89370400440532013000', accountHolder: 'Erika Muster' },
    insurancePeriods: [{ from: '2015-04-01', to: null as string | null, kind: 'member' }],
  };
}

/** KVNR with a right check digit for a running number. */
export function kvnrOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  const sum = [...`13${digits}`].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `M${digits}${sum % 10}`;
}
