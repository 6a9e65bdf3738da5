import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApprovalModule, approvalMigrations } from '@of/approval';
import { documentsMigrations } from '@of/documents';
import {
  AccountRepository,
  ContactRepository,
  IdentityJobsModule,
  IdentityModule,
  SessionRepository,
  identityMigrations,
} from '@of/identity';
import { newId } from '@of/kernel';
import { ImportMembers, MembershipModule, membershipMigrations } from '@of/membership';
import {
  createHttpApp,
  createLogger,
  PersonalDataSources,
  PlatformHttpModule,
  PlatformJobsModule,
  PlatformModule,
  Sealer,
  SessionCookie,
  type PersonalDataSource,
} from '@of/platform';
import { testDatabase, type TestDatabase } from '@of/testing';
import { BuildDataExport } from './application/build-data-export';
import { TidyDataExports } from './application/tidy-data-exports';
import { PersonalDataJobsModule, PersonalDataModule, personalDataMigrations } from './index';

const kvnrs = [
  'A123456780',
  'Z123456783',
  'X110407071',
  'T555558879',
  'A000500015',
  'C000500021',
  'M500000014',
  'S040464113',
];

export interface ExportMember {
  accountId: string;
  insuredId: string;
  /** A call of a browser in which the member is logged in. */
  call(
    method: 'GET' | 'POST',
    path?: string,
    session?: { level?: 'basic' | 'full'; nextStep?: string },
  ): ReturnType<NestFastifyApplication['inject']>;
}

/** What a ZIP holds, by path, unpacked by another program than the one that made it. */
export function unzip(zip: Buffer): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'of-zip-'));
  try {
    writeFileSync(join(folder, 'export.zip'), zip);
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'export.zip'), join(folder, 'all')]);
    const names = readdirSync(join(folder, 'all'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Object.fromEntries(
      names.map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(join(folder, 'all').length + 1), readFileSync(path, 'utf8')];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface DataExportRoom {
  readonly test: TestDatabase;
  /** The worker's side. */
  worker<T>(type: Type<T>): T;
  member(): Promise<ExportMember>;
  /** Makes what was ordered, as the worker's listener does. */
  make(id: string): Promise<void>;
  tidy(): Promise<void>;
  /** Lets the worker find this place with data, too. */
  addSource(source: PersonalDataSource): void;
}

/** Ordering, making and downloading exports, on a database of its own; API and worker share it and the store. */
export function dataExportRoom(): DataExportRoom {
  const test = testDatabase([
    ...membershipMigrations,
    ...identityMigrations,
    ...documentsMigrations,
    ...approvalMigrations,
    ...personalDataMigrations,
  ]);
  const room = { test } as DataExportRoom;
  let app: NestFastifyApplication;
  let worker: INestApplicationContext;
  let number = 0;

  beforeAll(async () => {
    const { config } = test;
    const logger = createLogger('silent', 'test');
    const platform = () => PlatformModule.forRoot(config, logger, 'test');
    app = await createHttpApp(
      {
        module: class Api {},
        imports: [platform(), PlatformHttpModule, MembershipModule, IdentityModule, ApprovalModule, PersonalDataModule],
      },
      config,
      logger,
    );
    worker = await NestFactory.createApplicationContext(
      {
        module: class Worker {},
        imports: [platform(), PlatformJobsModule, MembershipModule, IdentityJobsModule, PersonalDataJobsModule],
      },
      { logger: false, abortOnError: false },
    );
  });
  afterAll(async () => {
    await app?.close();
    await worker?.close();
  });
  beforeEach(() => test.clock.set('2026-11-23T09:00:00Z'));

  room.worker = (type) => worker.get(type, { strict: false });
  room.make = (id) => worker.get(BuildDataExport, { strict: false }).execute(id);
  room.tidy = () => worker.get(TidyDataExports, { strict: false }).execute();
  room.addSource = (source) => worker.get(PersonalDataSources, { strict: false }).register(source);
  room.member = async () => {
    const kvnr = kvnrs[number] as string;
    const externalId = `P-${(number += 1)}`;
    const line = {
      externalId,
      kvnr,
      givenName: 'Erika',
      familyName: 'Muster',
      dateOfBirth: '1984-08-12',
      address: { street: 'Hauptstraße', houseNumber: '7', postalCode: '01099', city: 'Dresden', country: 'DE' },
      email: null,
      phone: '0351 1234567',
      bankAccount: { iban: 'DE89370400440532013000', accountHolder: 'Erika Muster' },
      insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'member' }],
    };
    await new ImportMembers(test.database, new Sealer(test.config), test.config).execute(
      Readable.from([Buffer.from(JSON.stringify(line))]),
    );
    const [person] = await test.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [
      kvnr,
    ]);
    const insuredId = (person as { id: string }).id;
    const accountId = newId<'Account'>();
    const get = <T>(type: Type<T>): T => app.get(type, { strict: false });
    await test.database.transaction(async (tx) => {
      await get(AccountRepository).insert(tx, { id: accountId, insuredId, kvnr, language: 'de', passwordHash: '' });
      await get(AccountRepository).activate(tx, accountId);
      await get(ContactRepository).set(tx, accountId, 'mobile', '+4915123456789');
    });
    const call: ExportMember['call'] = async (method, path = '', { level = 'full', nextStep } = {}) => {
      const { token, sessionId } = await test.database.transaction((tx) =>
        get(SessionRepository).start(tx, { accountId, browser: 'Firefox', address: '::1', trustedBrowser: null }),
      );
      await test.query(`UPDATE identity.session SET level = $2, next_step = $3 WHERE id = $1`, [
        sessionId,
        level,
        nextStep ?? null,
      ]);
      return app.inject({
        method,
        url: `/api/v1/me/data-exports${path}`,
        cookies: { of_session: app.get(SessionCookie).sign(token, new Date(Date.now() + 3_600_000)) },
        headers: { origin: test.config.publicOrigin },
      });
    };
    return { accountId, insuredId, call };
  };
  return room;
}
