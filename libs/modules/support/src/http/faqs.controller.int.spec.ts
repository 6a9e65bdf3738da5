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
import { SupportModule } from '../support.module';

/** Nobody is signed in. */
@Global()
@Module({
  providers: [SessionReader, DeviceReader].map((provide) => ({ provide, useValue: { read: async () => null } })),
  exports: [SessionReader, DeviceReader],
})
class NoSessions {}

class RoomAlone {}

const test = testDatabase();
let app: NestFastifyApplication;

const get = (query: string, language = 'de') =>
  app.inject({ method: 'GET', url: `/api/v1/faqs${query}`, headers: { 'accept-language': language } });

beforeAll(async () => {
  const folder = join(test.config.DATA_DIR, 'faq');
  mkdirSync(join(folder, 'login'), { recursive: true });
  for (const [id, question] of [
    ['passwort-vergessen', 'Passwort vergessen?'],
    ['benutzername', 'Was ist mein Benutzername?'],
  ]) {
    for (const language of ['de', 'en']) {
      writeFileSync(
        join(folder, 'login', `${id}.${language}.md`),
        `---\nquestion: ${question}\norder: 1\n---\n**${language}**\n`,
      );
    }
  }
  const config = Object.assign(test.config, { FAQ_DIR: folder });
  const logger = createLogger('silent', 'test');
  const platform = PlatformModule.forRoot(config, logger, 'test');
  const module = { module: RoomAlone, imports: [platform, NoSessions, NoFamily, PlatformHttpModule, SupportModule] };
  app = await createHttpApp(module, config, logger);
});

afterAll(() => app?.close());

describe('GET /api/v1/faqs', () => {
  it('A8 answers anybody with the five groups', async () => {
    const response = await get('');
    expect(response.statusCode).toBe(200);
    expect(response.headers['vary']).toContain('Accept-Language');
    const { groups } = response.json<{ groups: { id: string; items: { id: string }[] }[] }>();
    expect(groups.map(({ id }) => id)).toEqual(['general', 'registration', 'login', 'second-factor', 'support']);
    expect(groups[2]?.items).toContainEqual({
      id: 'passwort-vergessen',
      question: 'Passwort vergessen?',
      answer: '**de**\n',
    });
  });

  it('A8 searches, in the language asked for', async () => {
    const { groups } = (await get('?query=VERGESSEN', 'en')).json<{ groups: { items: unknown[] }[] }>();
    expect(groups.map(({ items }) => items.length)).toEqual([0, 0, 1, 0, 0]);
    expect(groups[2]?.items).toEqual([expect.objectContaining({ answer: '**en**\n' })]);
  });

  it.each([
    [`?query=${'a'.repeat(101)}`, 'too-long'],
    ['?query=a&query=b', 'wrong-type'],
    ['?search=a', 'unknown-field'],
    ['?query=%00', 'unusable-character'],
  ])('refuses %s', async (query, code) => {
    const response = await get(query);
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'validation-failed', errors: [{ code }] });
  });

  it('takes a query of 100 characters', async () => {
    expect((await get(`?query=${'a'.repeat(100)}`)).statusCode).toBe(200);
  });
});
