import { Inject, Injectable } from '@nestjs/common';
import { type Queue } from 'bullmq';
import { type PoolClient } from 'pg';
import { type Logger } from 'pino';
import { Database } from '../database/database';
import { LOGGER, QUEUE_BACKEND } from '../tokens';
import type { QueueBackend } from '../queue/queue-backend';
import { queueOf } from './listener-registry';

const BATCH = 50;
const POLL_MS = 1_000;
const LEASE = '60 seconds';
/** An event handed out this often without ever finishing or failing takes its worker down with it. */
const MAX_DISPATCHES = 20;

const claimDue = `
  UPDATE platform.outbox_event SET available_at = now() + interval '${LEASE}', dispatches = dispatches + 1
   WHERE id IN (
     SELECT id FROM platform.outbox_event
      WHERE done_at IS NULL AND dead_at IS NULL AND available_at <= now()
      ORDER BY available_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id, name, dispatches`;

const buryExhausted = `
  UPDATE platform.outbox_event
     SET dead_at = platform.now(), last_error = coalesce(last_error, 'never finished: its worker died each time')
   WHERE done_at IS NULL AND dead_at IS NULL AND available_at <= now() AND dispatches >= ${MAX_DISPATCHES}
  RETURNING id, name`;

/**
 * Carries events from the outbox table into the queues. The table is the truth: an event stays open until its listener
 * has finished, and one that was handed out but never finished is handed out again when its lease has run out - so a
 * lost queue loses nothing. It polls by state (never by "id greater than last"), and NOTIFY only wakes it earlier.
 */
@Injectable()
export class OutboxRelay {
  private readonly queues = new Map<string, Queue>();
  private stopped = false;
  private running: Promise<void> | undefined;
  private wake: () => void = () => undefined;
  private listener: PoolClient | undefined;

  constructor(
    private readonly database: Database,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
    const listener = this.listener;
    this.listener = undefined; // its end is wanted: nobody has to give it back a second time
    listener?.release(true);
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      let dispatched = 0;
      try {
        await this.listen();
        dispatched = await this.dispatchDue();
      } catch (error) {
        this.logger.warn({ err: error }, 'outbox relay: trying again');
      }
      if (dispatched < BATCH) await this.pause();
    }
  }

  /** Claims one batch of due events and puts each on its queue. Returns how many. */
  async dispatchDue(): Promise<number> {
    for (const buried of await this.database.execute<{ id: string; name: string }>('outbox.bury', buryExhausted)) {
      this.logger.error({ eventId: buried.id, event: buried.name }, 'event moved to the dead letters');
    }
    const due = await this.database.execute<{ id: string; name: string; dispatches: number }>('outbox.claim', claimDue);
    const byQueue = new Map<string, typeof due>();
    for (const event of due) byQueue.set(queueOf(event.name), [...(byQueue.get(queueOf(event.name)) ?? []), event]);
    for (const [name, events] of byQueue) {
      // The number of the dispatch is part of the job id: BullMQ silently ignores an id it still knows.
      await this.queue(name).addBulk(
        events.map((event) => ({
          name: event.name,
          data: { eventId: event.id },
          opts: { jobId: `${event.id}-${event.dispatches}` },
        })),
      );
    }
    return due.length;
  }

  private queue(name: string): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = this.backend.createQueue(name);
    queue.on('error', () => undefined); // reported by the failing call itself
    this.queues.set(name, queue);
    return queue;
  }

  private async listen(): Promise<void> {
    if (this.listener) return;
    const client = await this.database.connect();
    const lost = (): void => {
      if (this.listener !== client) return;
      this.listener = undefined;
      client.release(true);
      this.wake();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.wake());
    await client.query('LISTEN outbox');
    this.listener = client;
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
