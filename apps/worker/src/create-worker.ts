import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger, EventWorker, NestLogger, OutboxRelay, Scheduler, type AppConfig } from '@of/platform';
import { scheduledTasks } from './schedule';
import { WorkerModule } from './worker.module';

export interface RunningWorker {
  app: INestApplicationContext;
  /** Lets running jobs finish, takes no new ones. */
  stop(): Promise<void>;
}

/** Starts relay, listeners and schedules. */
export async function startWorker(config: AppConfig): Promise<RunningWorker> {
  const logger = createLogger(config.LOG_LEVEL, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config, logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const [relay, events, scheduler] = [app.get(OutboxRelay), app.get(EventWorker), app.get(Scheduler)];
  events.start();
  relay.start();
  await scheduler.start(scheduledTasks(app));
  return {
    app,
    stop: async () => {
      await Promise.all([relay.stop(), events.stop(), scheduler.stop()]);
      await app.close();
    },
  };
}
