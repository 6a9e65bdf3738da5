import { EventEmitter } from 'node:events';
import { newId } from '@of/kernel';
import { createLogger, type Database } from '@of/platform';
import { testDatabase, until } from '@of/testing';
import { ApprovalFeed } from './approval-feed';

const test = testDatabase();
const logger = createLogger('silent', 'test');
const nothing = (): void => undefined;
const feeds: ApprovalFeed[] = [];

function newFeed(database: Database = test.database): ApprovalFeed {
  const feed = new ApprovalFeed(database, logger);
  feeds.push(feed);
  return feed;
}

const ofThoseThatListen = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`;

/** Connections of this database that listen. */
async function listening(): Promise<number> {
  return (await test.query(`SELECT ${ofThoseThatListen}`)).length;
}
const untilListening = (count: number) => until(`${count} listen`, async () => (await listening()) === count);

afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.beforeApplicationShutdown();
  await untilListening(0);
});

describe('ApprovalFeed', () => {
  it('keeps one connection for all streams, and none when nobody listens any more', async () => {
    const feed = newFeed();
    const leave = [newId(), newId(), newId()].map((account) => feed.subscribe(account, nothing, nothing));
    await untilListening(1);
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'performance', 'Date'] });
    leave.forEach((end) => end());
    jest.advanceTimersByTime(4_000);
    feed.subscribe(newId(), nothing, nothing)(); // a page that is reloaded keeps it for a while
    jest.advanceTimersByTime(4_000);
    jest.useRealTimers();
    expect(await listening()).toBe(1);
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'performance', 'Date'] });
    feed.subscribe(newId(), nothing, nothing)();
    jest.advanceTimersByTime(6_000);
    jest.useRealTimers();
    await untilListening(0);
  });

  it('tells the streams of the account, also after its connection was lost', async () => {
    const [account, other] = [newId(), newId()];
    const told: string[] = [];
    const feed = newFeed();
    feed.subscribe(account, () => told.push(account), nothing);
    feed.subscribe(other, () => told.push(other), nothing);
    await until('both are told once it listens', () => told.length === 2);
    await test.query(`SELECT pg_notify('approval_changed', $1)`, [account]);
    await until('the one is told', () => told.length === 3);
    expect(told.at(-1)).toBe(account);

    await test.query(`SELECT pg_terminate_backend(pid) ${ofThoseThatListen}`);
    await until('both are told anew', () => told.length === 5);
    await untilListening(1);
  });

  it('gives the connection back when it cannot listen on it, so that the pool does not run dry', async () => {
    const client = Object.assign(new EventEmitter(), {
      query: () => Promise.reject(new Error('away')),
      release: jest.fn(),
    });
    const feed = newFeed({ connect: () => Promise.resolve(client) } as unknown as Database);
    feed.subscribe(newId(), nothing, nothing);
    await until('it was given back', () => client.release.mock.calls.length > 0);
    expect(client.release).toHaveBeenCalledWith(true);
  });

  it('lets go of a connection that comes when the process is already stopping', async () => {
    const client = Object.assign(new EventEmitter(), { query: () => Promise.resolve(), release: jest.fn() });
    let arrive = nothing;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    const feed = newFeed({ connect: () => arrival.then(() => client) } as unknown as Database);
    const closed = jest.fn();
    const leave = feed.subscribe(newId(), nothing, () => (closed(), leave()));
    feed.beforeApplicationShutdown();
    expect(closed).toHaveBeenCalledTimes(1);
    arrive();
    await until('it was let go', () => client.release.mock.calls.length > 0);
  });

  it('closes the oldest of more than twenty streams of one account', async () => {
    const feed = newFeed();
    const account = newId();
    const closed: number[] = [];
    for (let n = 0; n < 23; n++) {
      const leave = feed.subscribe(account, nothing, () => {
        closed.push(n);
        leave();
      });
    }
    feed.subscribe(newId(), nothing, nothing);
    expect(closed).toEqual([0, 1, 2]);
    await untilListening(1);
  });
});
