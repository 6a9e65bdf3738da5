import { Inject, Injectable } from '@nestjs/common';
import { type Queue, type Worker } from 'bullmq';
import { type Logger } from 'pino';
import { LOGGER, QUEUE_BACKEND } from '../tokens';
import type { QueueBackend } from './queue-backend';
import type { ScheduledTask } from './scheduled-task';

const QUEUE = 'schedule';
const LOOK_AFTER_MS = 60_000;

/**
 * Runs the scheduled tasks through BullMQ job schedulers: one run at a time in the whole cluster. A Redis that lost its
 * memory gets the schedules back within a minute.
 */
@Injectable()
export class Scheduler {
  private queue: Queue | undefined;
  private worker: Worker | undefined;
  private lookAfter: NodeJS.Timeout | undefined;

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws Error when two tasks share a name */
  async start(tasks: ScheduledTask[]): Promise<void> {
    const byName = new Map(tasks.map((task) => [task.name, task]));
    if (byName.size !== tasks.length) throw new Error('two scheduled tasks share a name');

    const queue = (this.queue = this.backend.createQueue(QUEUE));
    queue.on('error', (error) => this.logger.warn({ err: error, queue: QUEUE }, 'queue connection'));
    for (const known of await queue.getJobSchedulers()) {
      if (!byName.has(known.name)) await queue.removeJobScheduler(known.key);
    }
    for (const task of tasks) await plan(queue, task);
    this.lookAfter = setInterval(() => void this.restoreMissing(queue, tasks), LOOK_AFTER_MS).unref();
    this.worker = this.backend.createWorker(QUEUE, (job) => this.run(byName.get(job.name)), { concurrency: 1 });
    this.worker.on('error', (error) => this.logger.warn({ err: error, queue: QUEUE }, 'queue connection'));
  }

  async stop(): Promise<void> {
    clearInterval(this.lookAfter);
    await this.worker?.close();
    await this.queue?.close();
  }

  /** Plans what the queue no longer knows; what it knows keeps its times. */
  async restoreMissing(queue: Queue, tasks: ScheduledTask[]): Promise<void> {
    try {
      const known = new Set((await queue.getJobSchedulers()).map(({ name }) => name));
      for (const task of tasks) if (!known.has(task.name)) await plan(queue, task);
    } catch (error) {
      this.logger.warn({ err: error }, 'schedules could not be looked after');
    }
  }

  private async run(task: ScheduledTask | undefined): Promise<void> {
    if (!task) return;
    try {
      await task.run();
    } catch (error) {
      this.logger.error({ err: error, task: task.name }, 'scheduled task failed');
    }
  }
}

async function plan(queue: Queue, task: ScheduledTask): Promise<void> {
  await queue.upsertJobScheduler(task.name, { every: task.every }, { name: task.name });
}
