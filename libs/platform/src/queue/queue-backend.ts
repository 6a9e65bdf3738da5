import {
  Queue,
  Worker,
  createPostgresBackend,
  withBackend,
  type ConnectionOptions,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import IORedis from 'ioredis';
import { type AppConfig } from '../config/app-config';

/** Where BullMQ keeps its jobs: Redis when `REDIS_URL` is set, otherwise the `jobs` schema of the same PostgreSQL. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  createQueue(name: string): Queue;
  createWorker(name: string, processor: Processor, options?: Partial<WorkerOptions>): Worker;
  close(): Promise<void>;
}

// A killed worker's job is picked up after about 15 s; a job may lose its worker ten times before it counts as failed.
const workerDefaults = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 10 };
const jobDefaults = { attempts: 1, removeOnComplete: true, removeOnFail: true };

function redisBackend(url: string): QueueBackend {
  const connection = new IORedis(url, { maxRetriesPerRequest: null, enableReadyCheck: true });
  connection.on('error', () => undefined); // ioredis reconnects by itself; readiness reports the state
  return {
    kind: 'redis',
    createQueue: (name) => new Queue(name, { connection, prefix: '{of}', defaultJobOptions: jobDefaults }),
    createWorker: (name, processor, options) =>
      new Worker(name, processor, { connection, prefix: '{of}', ...workerDefaults, ...options }),
    close: async () => {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
}

function postgresBackend(url: string): QueueBackend {
  const { Queue: PgQueue, Worker: PgWorker } = withBackend(createPostgresBackend) as unknown as {
    Queue: new (name: string, options: QueueOptions) => Queue;
    Worker: new (name: string, processor: Processor, options: WorkerOptions) => Worker;
  };
  const connection = { connectionString: url, schema: QUEUE_SCHEMA } as unknown as ConnectionOptions;
  return {
    kind: 'postgres',
    createQueue: (name) => new PgQueue(name, { connection, defaultJobOptions: jobDefaults }),
    createWorker: (name, processor, options) =>
      new PgWorker(name, processor, { connection, ...workerDefaults, ...options }),
    close: async () => undefined,
  };
}

/** Schema of BullMQ's own tables on the PostgreSQL backend; created by the migration command. */
export const QUEUE_SCHEMA = 'jobs';

export function createQueueBackend(config: Pick<AppConfig, 'REDIS_URL' | 'DATABASE_URL'>): QueueBackend {
  return config.REDIS_URL ? redisBackend(config.REDIS_URL) : postgresBackend(config.DATABASE_URL);
}
