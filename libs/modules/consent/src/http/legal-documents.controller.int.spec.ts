import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createHttpApp,
  createLogger,
  DeviceReader,
  PlatformHttpModule,
  PlatformModule,
  SessionReader,
} from '@of/platform';
import { NoFamily, testDatabase } from '@of/testing';
import { ConsentModule } from '../consent.module';
import { Consent1700000200000 } from '../persistence/migrations/1700000200000-consent';

/** Nobody is signed in. */
@Global()
@Module({
  providers: [SessionReader, DeviceReader].map((provide) => ({ provide, useValue: { read: async () => null } })),
  exports: [SessionReader, DeviceReader],
})
class NoSessions {}

class RoomAlone {}

const test = testDatabase([Consent1700000200000]);
let app: NestFastifyApplication;

const get = (path: string, language = 'de') =>
  app.inject({ method: 'GET', url: `/api/v1/legal-documents${path}`, headers: { 'accept-language': language } });

beforeAll(async () => {
  const folder = join(test.config.DATA_DIR, 'legal');
  for (const kind of ['terms', 'privacy']) {
    mkdirSync(join(folder, kind), { recursive: true });
    for (const version of ['2026-05-01', '2026-11-01', '2027-11-01']) {
      for (const language of ['de', 'en']) {
        const head = `---\ntitle: ${kind} ${language}\npublishedAt: ${version}\nchanges: Neu ${language}\n---\n`;
        writeFileSync(join(folder, kind, `${version}.${language}.md`), `${head}Text`);
      }
    }
  }
  const config = Object.assign(test.config, { LEGAL_DIR: folder });
  const logger = createLogger('silent', 'test');
  const platform = PlatformModule.forRoot(config, logger, 'test');
  const module = { module: RoomAlone, imports: [platform, NoSessions, NoFamily, PlatformHttpModule, ConsentModule] };
  app = await createHttpApp(module, config, logger);
  await test.clock.set('2026-11-23T09:00:00Z');
});

afterAll(() => app?.close());

describe('GET /api/v1/legal-documents', () => {
  it('A5 lists terms and privacy notice with their older versions', async () => {
    const response = await get('');
    expect(response.statusCode).toBe(200);
    const { items } = response.json<{ items: { kind: string; version: string; current: boolean }[] }>();
    expect(items.map(({ kind, version, current }) => `${kind} ${version} ${current}`)).toEqual([
      'terms 2026-11-01 true',
      'terms 2026-05-01 false',
      'privacy 2026-11-01 true',
      'privacy 2026-05-01 false',
    ]);
    expect(items[0]).toEqual({
      kind: 'terms',
      version: '2026-11-01',
      publishedAt: '2026-11-01',
      current: true,
      changes: 'Neu de',
      contentUrl: '/api/v1/legal-documents/terms/2026-11-01',
    });
  });

  it('A5 gives the full text where the list points to, in English too', async () => {
    expect((await get('/privacy/2026-05-01', 'en')).json()).toEqual({
      kind: 'privacy',
      version: '2026-05-01',
      publishedAt: '2026-05-01',
      current: false,
      changes: 'Neu en',
      title: 'privacy en',
      content: 'Text\n',
      language: 'en',
    });
  });

  it.each(['/terms/2027-11-01', '/terms/1', '/imprint/2026-11-01', '/terms/..%2f..%2fpackage'])(
    'does not find %s',
    async (path) => {
      const response = await get(path);
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ code: 'not-found' });
    },
  );
});
