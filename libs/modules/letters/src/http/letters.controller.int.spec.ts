import { Global, Module } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@of/kernel';
import {
  createHttpApp,
  createLogger,
  DeviceReader,
  PlatformHttpModule,
  PlatformModule,
  SessionCookie,
  SessionReader,
  type SessionActor,
} from '@of/platform';
import { NoAccounts, NoFamily } from '@of/testing';
import { lettersRoom } from '../letters-room.fixture';
import { LettersModule } from '../letters.module';

const inAnHour = new Date(Date.now() + 3_600_000);
const actor: SessionActor = {
  kind: 'member',
  sessionId: newId(),
  accountId: newId(),
  insuredId: newId(),
  level: 'basic',
  nextStep: 'activate',
  idleExpiresAt: inAnHour,
  absoluteExpiresAt: inAnHour,
};
const sessions = { read: async (token: string) => (token === 'mine' ? actor : null) };

@Global()
@Module({
  providers: [
    { provide: SessionReader, useValue: sessions },
    { provide: DeviceReader, useValue: { read: async () => null } },
  ],
  exports: [SessionReader, DeviceReader],
})
class OneSession {}

class RoomAlone {}

const room = lettersRoom();
let app: NestFastifyApplication;

function get(token?: string) {
  const cookies = token ? { of_session: app.get(SessionCookie).sign(token, inAnHour) } : undefined;
  return app.inject({ method: 'GET', url: '/api/v1/me/letters', cookies });
}

beforeAll(async () => {
  const { config } = room.test;
  const logger = createLogger('silent', 'test');
  const platform = PlatformModule.forRoot(config, logger, 'test');
  const module = {
    module: RoomAlone,
    imports: [platform, OneSession, NoAccounts, NoFamily, PlatformHttpModule, LettersModule],
  };
  app = await createHttpApp(module, config, logger);
  await room.test.clock.set('2026-11-23T09:00:00Z');
});

afterAll(() => app?.close());

describe('GET /api/v1/me/letters', () => {
  it('answers the member, also before the activation, with the letters of the own account', async () => {
    const { letterId } = await room.order({ accountId: actor.accountId });
    await room.order();
    expect((await get('mine')).json()).toEqual({
      items: [
        {
          id: letterId,
          purpose: 'registration',
          state: 'created',
          createdAt: expect.stringMatching(/^2026-11-23T09:00/),
          expectedBy: '2026-12-01',
          validUntil: null,
          handedOverAt: null,
          postedAt: null,
        },
      ],
      nextCursor: null,
    });
    await room.produce(letterId);
    expect((await get('mine')).json()).toMatchObject({
      items: [{ state: 'created', validUntil: '2026-12-17', handedOverAt: expect.stringMatching(/^2026-11-23T09:00/) }],
    });
  });

  it('S33 refuses everybody else', async () => {
    for (const response of [await get(), await get('a stranger')]) {
      expect(response.statusCode).toBe(401);
      expect(response.json()).toMatchObject({ code: 'not-authenticated' });
    }
  });
});
