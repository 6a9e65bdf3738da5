import { testDatabase, until } from '@of/testing';
import pino from 'pino';
import { currentTrace, withTrace } from '../logging/trace';
import { backendKinds, backendOf, flushRedis } from '../queue/queue-backends.fixture';
import type { QueueBackend } from '../queue/queue-backend';
import { EventListener, type ReceivedEvent } from './event-listener';
import { EventWorker } from './event-worker';
import { ListenerRegistry } from './listener-registry';
import { OutboxRelay } from './outbox-relay';

const REDIS_NUMBER = 2;
const EVENT = 'test.thing-happened';
const test = testDatabase();
const logger = pino({ level: 'silent' });

class Recorder extends EventListener {
  readonly event = EVENT;
  readonly seen: (ReceivedEvent & { trace: string | null })[] = [];
  failures = 0;
  handle(event: ReceivedEvent): Promise<void> {
    this.seen.push({ ...event, trace: currentTrace() });
    if (this.failures === 0) return Promise.resolve();
    this.failures -= 1;
    return Promise.reject(new Error('not now'));
  }
}

const publish = (n: number) => test.database.transaction((tx) => tx.publish({ name: EVENT, payload: { n } }));
const rows = () =>
  test.query<{
    id: string;
    failures: number;
    dispatches: number;
    done: boolean;
    dead: boolean;
    wait: number;
    last_error: string | null;
  }>(
    `SELECT id, failures, dispatches, done_at IS NOT NULL AS done, dead_at IS NOT NULL AS dead, last_error,
            extract(epoch FROM available_at - now())::float8 AS wait FROM platform.outbox_event ORDER BY created_at, id`,
  );
const makeDue = () =>
  test.query(`UPDATE platform.outbox_event SET available_at = now() WHERE done_at IS NULL AND dead_at IS NULL`);

describe.each(backendKinds)('outbox over %s', (kind) => {
  let backend: QueueBackend;
  let relay: OutboxRelay;
  let worker: EventWorker;
  let recorder: Recorder;

  beforeEach(async () => {
    await test.query(`DELETE FROM platform.outbox_event`);
    if (kind === 'redis') await flushRedis(REDIS_NUMBER);
    backend = backendOf(kind, test, REDIS_NUMBER);
    recorder = new Recorder();
    const listeners = new ListenerRegistry();
    listeners.add(recorder);
    relay = new OutboxRelay(test.database, backend, logger);
    worker = new EventWorker(test.database, listeners, backend, logger);
  });
  afterEach(async () => {
    await Promise.all([relay.stop(), worker.stop()]);
    await backend.close();
  });
  const forgetQueue = async () => {
    if (kind === 'redis') return flushRedis(REDIS_NUMBER);
    const queue = backend.createQueue('test');
    await queue.obliterate({ force: true });
    await queue.close();
  };

  it('delivers every committed event, with payload and trace, within moments', async () => {
    worker.start();
    relay.start();
    await withTrace('trace-7', () => publish(7));
    await until('it is done', async () => (await rows())[0]?.done);
    expect(recorder.seen).toHaveLength(1);
    expect(recorder.seen[0]).toMatchObject({ name: EVENT, payload: { n: 7 }, trace: 'trace-7' });
  });

  it('delivers 300 events from parallel writers, each once when nothing fails', async () => {
    worker.start();
    relay.start();
    await Promise.all(Array.from({ length: 300 }, (_, n) => publish(n)));
    await until('all are done', async () => (await rows()).every(({ done }) => done));
    expect(recorder.seen).toHaveLength(300);
  });

  it('delivers what an aborted transaction published to nobody', async () => {
    worker.start();
    relay.start();
    const aborted = test.database.transaction(async (tx) => {
      await tx.publish({ name: EVENT, payload: { n: 1 } });
      throw new Error('no');
    });
    await expect(aborted).rejects.toThrow('no');
    await publish(2);
    await until('the second', () => recorder.seen.length > 0);
    expect(recorder.seen.map(({ payload }) => payload['n'])).toEqual([2]);
  });

  it('hands out again what the queue lost', async () => {
    await publish(1);
    expect(await relay.dispatchDue()).toBe(1);
    await forgetQueue();
    worker.start();
    expect(await relay.dispatchDue()).toBe(0); // the lease still runs
    expect((await rows())[0]?.wait).toBeGreaterThan(50);
    await makeDue(); // the lease has run out
    expect(await relay.dispatchDue()).toBe(1);
    await until('it is delivered', async () => (await rows())[0]?.done);
    expect((await rows())[0]).toMatchObject({ dispatches: 2, failures: 0 });
  });

  it('loses none of 50 events when the queue forgets everything in between', async () => {
    for (let n = 0; n < 50; n++) await publish(n);
    await relay.dispatchDue();
    await forgetQueue();
    worker.start();
    relay.start();
    await makeDue();
    await until('all are done', async () => (await rows()).every(({ done }) => done));
    expect(new Set(recorder.seen.map(({ payload }) => payload['n'])).size).toBe(50);
  });

  it('hands out again also while the queue still knows the former job', async () => {
    await publish(1);
    await relay.dispatchDue();
    await makeDue();
    await relay.dispatchDue();
    const queue = backend.createQueue('test');
    expect(await queue.getWaitingCount()).toBe(2);
    worker.start();
    await until('both are gone', async () => (await queue.getWaitingCount()) + (await queue.getActiveCount()) === 0);
    await until('it is done', async () => (await rows())[0]?.done);
    await queue.close();
    expect(recorder.seen.length).toBeGreaterThan(0);
  });

  it('does nothing for an event that is done already', async () => {
    await publish(1);
    worker.start();
    await relay.dispatchDue();
    await until('it is done', async () => (await rows())[0]?.done);
    const queue = backend.createQueue('test');
    await queue.add(EVENT, { eventId: (await rows())[0]?.id });
    await publish(2);
    await relay.dispatchDue();
    await until('the second', async () => (await rows())[1]?.done);
    await queue.close();
    expect(recorder.seen).toHaveLength(2);
  });

  it('waits 1, 2, 4 … s after failures and gives up after ten', async () => {
    recorder.failures = 10;
    await publish(1);
    worker.start();
    for (let failure = 1; failure <= 10; failure++) {
      await makeDue();
      expect(await relay.dispatchDue()).toBe(1);
      await until(`failure ${failure}`, async () => (await rows())[0]?.failures === failure);
      const [row] = await rows();
      expect(row).toMatchObject({ dead: failure === 10, done: false, last_error: 'Error: not now' });
      const wait = Math.min(2 ** (failure - 1), 3_600);
      expect(row?.wait).toBeGreaterThan(wait - 1);
      expect(row?.wait).toBeLessThanOrEqual(wait);
    }
    await makeDue();
    expect(await relay.dispatchDue()).toBe(0);
    expect(recorder.seen).toHaveLength(10);
  });

  it('is delivered by itself after a failure', async () => {
    recorder.failures = 1;
    worker.start();
    relay.start();
    await publish(1);
    await until('the second try', async () => (await rows())[0]?.done);
    expect((await rows())[0]).toMatchObject({ failures: 1, dispatches: 2 });
  });

  it('gives an event up that takes its worker down again and again', async () => {
    await publish(1);
    for (let n = 0; n < 20; n++) {
      await makeDue();
      await relay.dispatchDue();
    }
    await makeDue();
    expect(await relay.dispatchDue()).toBe(0);
    expect((await rows())[0]).toMatchObject({ dead: true, last_error: 'never finished: its worker died each time' });
  });

  it('puts an event without a listener to the dead letters instead of losing it', async () => {
    await test.database.transaction((tx) => tx.publish({ name: 'test.unknown', payload: {} }));
    worker.start();
    await relay.dispatchDue();
    await until('a failure', async () => (await rows())[0]?.failures === 1);
    expect((await rows())[0]?.last_error).toContain('no listener');
  });

  it('S06 S61 carries nothing but the id of the event in its jobs', async () => {
    await publish(1);
    await relay.dispatchDue();
    const queue = backend.createQueue('test');
    const [job] = await queue.getJobs(['waiting', 'prioritized']);
    expect(Object.keys(job?.data as object)).toEqual(['eventId']);
    await queue.close();
  });
});
