import { randomUUID } from 'node:crypto';
import { testDatabase, until } from '@of/testing';
import { type Processor, type Queue, type Worker } from 'bullmq';
import pino from 'pino';
import { backendKinds, backendOf, flushRedis } from './queue-backends.fixture';
import type { QueueBackend } from './queue-backend';
import { ScheduledTask } from './scheduled-task';
import { Scheduler } from './scheduler';

const REDIS_NUMBER = 1;
const test = testDatabase();

class Tick extends ScheduledTask {
  runs = 0;
  constructor(
    readonly name: string,
    readonly every: number,
    private readonly fails = false,
  ) {
    super();
  }
  run(): Promise<void> {
    this.runs += 1;
    return this.fails ? Promise.reject(new Error('no')) : Promise.resolve();
  }
}

describe.each(backendKinds)('queue contract on %s', (kind) => {
  let backend: QueueBackend;
  let name: string;
  let queue: Queue;
  let workers: Worker[];
  const work = (processor: Processor, options = {}) => {
    const worker = backend.createWorker(name, processor, options);
    worker.on('error', () => undefined);
    workers.push(worker);
    return worker;
  };

  beforeAll(async () => {
    if (kind === 'redis') await flushRedis(REDIS_NUMBER);
  });
  beforeEach(() => {
    backend = backendOf(kind, test, REDIS_NUMBER);
    name = `q-${randomUUID()}`;
    queue = backend.createQueue(name);
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await queue.close();
    await backend.close();
  });

  it('is the one that was asked for', () => {
    expect(backend.kind).toBe(kind);
  });

  it('delivers a job with its data and forgets it', async () => {
    const seen: unknown[] = [];
    work((job) => Promise.resolve(void seen.push([job.name, job.data])));
    await queue.add('hello', { eventId: 'e-1' }, { jobId: 'e-1-1' });
    await until('the job', () => seen.length > 0);
    expect(seen).toEqual([['hello', { eventId: 'e-1' }]]);
    await until(
      'it is forgotten',
      async () => (await queue.getJob('e-1-1')) === undefined || (await queue.getJob('e-1-1')) === null,
    );
  });

  it('delivers what was added before a worker came', async () => {
    await queue.addBulk(Array.from({ length: 20 }, (_, n) => ({ name: 'n', data: { n } })));
    const seen: number[] = [];
    work((job) => Promise.resolve(void seen.push((job.data as { n: number }).n)));
    await until('all twenty', () => seen.length >= 20);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('ignores a job whose id it still knows', async () => {
    for (let n = 0; n < 5; n++) await queue.add('same', { n }, { jobId: 'same-1' });
    await queue.add('other', {}, { jobId: 'same-2' });
    const seen: string[] = [];
    work((job) => Promise.resolve(void seen.push(String(job.id))));
    await until('both', () => seen.includes('same-2'));
    expect(seen.sort()).toEqual(['same-1', 'same-2']);
  });

  it('tries again where a job asks for it', async () => {
    let tries = 0;
    work(() => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await queue.add('stubborn', {}, { attempts: 3, backoff: { type: 'fixed', delay: 50 } });
    await until('the third try', () => tries === 3);
  });

  it('gives every job to one of three workers only', async () => {
    const seen: string[] = [];
    const processor: Processor = async (job) => {
      seen.push(String(job.id));
      await new Promise((resolve) => setTimeout(resolve, 2));
    };
    for (let n = 0; n < 3; n++) work(processor, { concurrency: 8 });
    await queue.addBulk(Array.from({ length: 150 }, (_, n) => ({ name: 'n', data: {}, opts: { jobId: `j-${n}` } })));
    await until('all', () => seen.length >= 150);
    expect(new Set(seen).size).toBe(150);
    expect(seen).toHaveLength(150);
  });

  it('picks up a job whose worker died', async () => {
    const quick = { lockDuration: 1_000, stalledInterval: 500 };
    let hasStarted = false;
    const dying = backend.createWorker(
      name,
      () => {
        hasStarted = true;
        return new Promise(() => undefined);
      },
      quick,
    );
    dying.on('error', () => undefined);
    await queue.add('fragile', { n: 1 }, { jobId: 'fragile-1' });
    await until('the first worker has it', () => hasStarted);
    await dying.close(true); // stops renewing the lock, as a killed process does
    const seen: string[] = [];
    work((job) => Promise.resolve(void seen.push(String(job.id))), quick);
    await until('the second worker', () => seen.length > 0);
    expect(seen).toEqual(['fragile-1']);
  });

  it('closes only after the running job', async () => {
    let isDone = false;
    let hasStarted = false;
    const worker = work(async () => {
      hasStarted = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      isDone = true;
    });
    await queue.add('slow', {});
    await until('it runs', () => hasStarted);
    await worker.close();
    expect(isDone).toBe(true);
  });
});

describe.each(backendKinds)('Scheduler on %s', (kind) => {
  let backend: QueueBackend;
  let scheduler: Scheduler;
  const logger = pino({ level: 'silent' });

  beforeEach(async () => {
    if (kind === 'redis') await flushRedis(REDIS_NUMBER);
    backend = backendOf(kind, test, REDIS_NUMBER);
    scheduler = new Scheduler(backend, logger);
  });
  afterEach(async () => {
    await scheduler.stop();
    await backend.close();
  });

  it('runs each task again and again, also one that fails', async () => {
    const [quick, failing] = [new Tick('quick', 100), new Tick('failing', 100, true)];
    await scheduler.start([quick, failing]);
    await until('three runs of both', () => quick.runs >= 3 && failing.runs >= 3);
  });

  it('drops a task that is no longer there and keeps the others', async () => {
    await scheduler.start([new Tick('old', 100), new Tick('kept', 100)]);
    await scheduler.stop();
    const kept = new Tick('kept', 100);
    scheduler = new Scheduler(backend, logger);
    await scheduler.start([kept]);
    await until('two runs', () => kept.runs >= 2);
    const queue = backend.createQueue('schedule');
    expect((await queue.getJobSchedulers()).map(({ name }) => name)).toEqual(['kept']);
    await queue.close();
  });

  it('plans again what the queue forgot', async () => {
    const task = new Tick('forgotten', 100);
    await scheduler.start([task]);
    const queue = backend.createQueue('schedule');
    if (kind === 'redis') await flushRedis(REDIS_NUMBER);
    else await queue.removeJobScheduler('forgotten');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const runs = task.runs;
    await scheduler.restoreMissing(queue, [task]);
    await until('it runs again', () => task.runs >= runs + 2);
    await scheduler.restoreMissing(queue, [task]);
    expect(await queue.getJobSchedulers()).toHaveLength(1);
    await queue.close();
  });

  it('refuses two tasks of one name', async () => {
    await expect(scheduler.start([new Tick('same', 100), new Tick('same', 200)])).rejects.toThrow('share a name');
  });
});
