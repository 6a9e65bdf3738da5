import IORedis from 'ioredis';
import { codeOf, newestLetter, printedLetters, type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import { kvnrOf, loggedIn, memberLine, PASSWORD, registration, settled } from './support/members';
import { startHouse } from './support/running-house';

let house: RunningHouse;
let redis: IORedis;

beforeAll(async () => {
  const url = process.env['TEST_REDIS_URL'];
  if (!url)
    throw new Error(
      'TEST_REDIS_URL is not set: install redis-server (apt-get install redis-server); the tests start it',
    );
  redis = new IORedis(`${url}/3`);
  await redis.flushdb();
  house = await startHouse({ hasClock: false, env: { REDIS_URL: `${url}/3` } });
  await house.importMembers(Array.from({ length: 20 }, (_, n) => memberLine(n + 1)));
});
afterAll(async () => {
  await house?.stop();
  await redis?.quit();
});

const register = (number: number) =>
  new Caller(house).post('/api/v1/registrations', registration({ kvnr: kvnrOf(number), postalCode: '04109' }));

/** Everything Redis holds at this moment, as text. */
async function contents(): Promise<string> {
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, 0, -1),
    stream: (key) => redis.xrange(key, '-', '+'),
  };
  const parts = await Promise.all(
    (await redis.keys('*')).map(async (key) => {
      const type = await redis.type(key);
      return [key, await read[type]?.(key).catch(() => null)]; // gone or another type meanwhile
    }),
  );
  return JSON.stringify(parts);
}

describe('with Redis', () => {
  it('a registration becomes a letter over Redis, and its limits live there', async () => {
    expect((await register(1)).status).toBe(202);
    await newestLetter(house, kvnrOf(1));
    await loggedIn(house, kvnrOf(1));
    const keys = await redis.keys('*');
    expect(keys.some((key) => key.startsWith('limit:login'))).toBe(true);
    expect(keys.some((key) => key.startsWith('{of}:'))).toBe(true);
  });

  it('loses no letter when Redis forgets everything under ten registrations, and logs nobody out', async () => {
    const member = await loggedIn(house, kvnrOf(1));
    for (let number = 2; number <= 11; number++) {
      expect((await register(number)).status).toBe(202);
      if (number % 3 === 0) await redis.flushdb();
    }
    await redis.flushdb();
    await settled(house);
    for (let number = 2; number <= 11; number++) expect(printedLetters(house, kvnrOf(number))).toHaveLength(1);
    expect((await member.get('/api/v1/session')).status).toBe(200);
  });

  it('S06 S61 keeps no secret and no personal data in Redis', async () => {
    // Everything that is ever written passes by here, however short it stays.
    const dump: string[] = [];
    const monitor = await redis.monitor();
    monitor.on('monitor', (_time: string, command: string[]) => dump.push(command.join(' ')));
    await register(12);
    const code = codeOf(await newestLetter(house, kvnrOf(12)));
    monitor.disconnect();
    dump.push(await contents());
    const everything = dump.join('\n');
    expect(everything).toMatch(/"eventId\\?":/); // jobs were seen on their way
    for (const secret of [kvnrOf(12), code, code.replace(/-/g, ''), PASSWORD, 'Beispiel'])
      expect(everything).not.toContain(secret);
  });
});
