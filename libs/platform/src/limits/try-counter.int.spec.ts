import { testDatabase } from '@of/testing';
import { addressKey } from './rate-limit.guard';
import { TryCounter } from './try-counter';

const test = testDatabase();
const limit = { surface: 'test.surface', tries: 5, windowSeconds: 3600 };
let counter: TryCounter;

beforeAll(() => {
  counter = new TryCounter(test.config, test.database);
});

describe('TryCounter', () => {
  it('allows five tries in the window and tells when it ends', async () => {
    for (const remaining of [4, 3, 2, 1, 0]) {
      expect(await counter.count(limit, 'a')).toMatchObject({ isAllowed: true, remaining });
    }
    const refused = await counter.count(limit, 'a');
    expect(refused).toMatchObject({ isAllowed: false, remaining: 0 });
    expect(refused.resetSeconds).toBeGreaterThan(3590);
    await test.clock.advance('59 minutes');
    expect((await counter.count(limit, 'a')).isAllowed).toBe(false);
    await test.clock.advance('61 seconds');
    expect(await counter.count(limit, 'a')).toMatchObject({ isAllowed: true, remaining: 4 });
  });

  it('counts surfaces and keys apart', async () => {
    for (let n = 0; n < 6; n++) await counter.count(limit, 'b');
    expect((await counter.count(limit, 'c')).isAllowed).toBe(true);
    expect((await counter.count({ ...limit, surface: 'test.other' }, 'b')).isAllowed).toBe(true);
  });

  it('allows exactly five of 100 parallel tries', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => counter.count(limit, 'd')));
    expect(all.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
  });

  it('stores keyed hashes only', async () => {
    await counter.count(limit, 'A123456780');
    const rows = await test.query<{ bucket: Buffer }>(`SELECT bucket FROM platform.counted_try`);
    expect(rows.some(({ bucket }) => bucket.includes('A1234'))).toBe(false);
  });
});

it.each([
  ['127.0.0.9', '127.0.0.9'],
  ['::ffff:127.0.0.9', '127.0.0.9'],
  ['2001:db8:1:ff01::5', '2001:db8:1:ff'],
  ['2001:db8:1:ff02:1:2:3:4', '2001:db8:1:ff'],
  ['2001:db8:1:fe02:1:2:3:4', '2001:db8:1:fe'],
])('S30 %s counts as %s', (ip, key) => {
  expect(addressKey(ip)).toBe(key);
});
