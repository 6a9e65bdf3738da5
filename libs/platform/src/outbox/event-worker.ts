import { Inject, Injectable } from '@nestjs/common';
import { type Worker } from 'bullmq';
import { type Logger } from 'pino';
import { Database } from '../database/database';
import { withTrace } from '../logging/trace';
import { LOGGER, QUEUE_BACKEND } from '../tokens';
import type { QueueBackend } from '../queue/queue-backend';
import { ListenerRegistry } from './listener-registry';

const CONCURRENCY = 8;
const MAX_FAILURES = 10;

interface OpenEvent {
  id: string;
  name: string;
  payload: Record<string, string | number | boolean | null>;
  trace_id: string | null;
}

/**
 * Runs the listeners. A failure is written to the outbox with the time of the next try (1 s, 2 s, 4 s … at most 1 h);
 * after ten failures the event goes to the dead letters, where operators see it and can send it again.
 */
@Injectable()
export class EventWorker {
  private workers: Worker[] = [];

  constructor(
    private readonly database: Database,
    private readonly listeners: ListenerRegistry,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.workers = this.listeners.queues().map((queue) => {
      const worker = this.backend.createWorker(
        queue,
        (job) => this.process(String((job.data as { eventId: unknown }).eventId)),
        {
          concurrency: CONCURRENCY,
        },
      );
      worker.on('error', (error) => this.logger.warn({ err: error, queue }, 'queue connection'));
      return worker;
    });
  }

  /** Waits for the running jobs, takes no new ones. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async process(eventId: string): Promise<void> {
    const [event] = await this.database.read<OpenEvent>(
      'outbox.open-event',
      `SELECT id, name, payload, trace_id FROM platform.outbox_event WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL`,
      [eventId],
    );
    if (!event) return;
    await withTrace(event.trace_id ?? event.id, () => this.handle(event));
  }

  private async handle(event: OpenEvent): Promise<void> {
    try {
      const listeners = this.listeners.of(event.name);
      if (listeners.length === 0) throw new Error(`no listener for ${event.name}`);
      for (const listener of listeners) await listener.handle(event);
      await this.database.execute(
        'outbox.done',
        `UPDATE platform.outbox_event SET done_at = platform.now() WHERE id = $1`,
        [event.id],
      );
    } catch (error) {
      this.logger.error({ err: error, event: event.name, eventId: event.id }, 'listener failed');
      await this.recordFailure(event, error);
    }
  }

  private async recordFailure(event: OpenEvent, error: unknown): Promise<void> {
    const message = error instanceof Error ? `${error.constructor.name}: ${error.message}` : 'unknown';
    const [row] = await this.database.transaction((tx) =>
      tx.query<{ dead: boolean }>(
        `UPDATE platform.outbox_event
            SET failures = failures + 1, last_error = left($2, 500),
                available_at = now() + least(interval '1 hour', interval '1 second' * power(2, failures)),
                dead_at = CASE WHEN failures + 1 >= ${MAX_FAILURES} THEN platform.now() END
          WHERE id = $1 AND done_at IS NULL RETURNING dead_at IS NOT NULL AS dead`,
        [event.id, message],
      ),
    );
    if (row?.dead) this.logger.error({ event: event.name, eventId: event.id }, 'event moved to the dead letters');
  }
}
