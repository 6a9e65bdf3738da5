import { join, resolve } from 'node:path';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Clock, SystemClock } from '@of/kernel';
import { DataSource } from 'typeorm';
import { type Logger } from 'pino';
import { AppConfig } from './config/app-config';
import { Branding } from './config/branding';
import { BrandingController } from './config/branding.controller';
import { Sealer } from './crypto/sealer';
import { createDataSource } from './database/data-source';
import { Database } from './database/database';
import { refuseSandboxInProduction } from './database/sandbox';
import { AccessGuard } from './auth/access.guard';
import { DeviceCookie, SessionCookie } from './auth/session-cookie';
import { SessionStrategy } from './auth/session.strategy';
import { HealthController } from './health/health.controller';
import { ProblemPageController } from './http/problems/problem-page.controller';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { IdempotencyKeys } from './idempotency/idempotency-keys';
import { RateLimitGuard } from './limits/rate-limit.guard';
import { TryCounter } from './limits/try-counter';
import { FolderMailer, FolderSmsGateway, HttpSmsGateway, SmtpMailer } from './messages/channels';
import { TidyPlatform } from './database/tidy-platform.job';
import { HandOverMessage } from './messages/hand-over-message.listener';
import { MailLayout } from './messages/mail-layout';
import { Mailer } from './messages/mailer';
import { OutgoingMessages } from './messages/outgoing-messages';
import { PushService } from './messages/push-service';
import { SmsGateway } from './messages/sms-gateway';
import { WebPush } from './messages/web-push';
import { EventWorker } from './outbox/event-worker';
import { ListenerRegistry } from './outbox/listener-registry';
import { OutboxRelay } from './outbox/outbox-relay';
import { AuditTrailData } from './privacy/audit-trail-data';
import { PersonalDataSources } from './privacy/personal-data-source';
import { createQueueBackend } from './queue/queue-backend';
import { Scheduler } from './queue/scheduler';
import { LOGGER, QUEUE_BACKEND } from './tokens';

/** What every process has: configuration, database, sealing, outgoing messages. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forRoot(config: AppConfig, logger: Logger, applicationName: string): DynamicModule {
    const providers = [
      { provide: AppConfig, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: Clock, useClass: SystemClock },
      { provide: Branding, useFactory: () => Branding.load(config) },
      {
        provide: DataSource,
        useFactory: async () => {
          const dataSource = await createDataSource({
            url: config.DATABASE_URL,
            poolSize: config.DATABASE_POOL_SIZE,
            applicationName,
          }).initialize();
          if (config.isProduction) await refuseSandboxInProduction(dataSource);
          return dataSource;
        },
      },
      Database,
      Sealer,
      OutgoingMessages,
      MailLayout,
      TryCounter,
      PersonalDataSources,
      AuditTrailData,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** The HTTP side: who may call, how often, and the routes of the platform itself. */
@Global()
@Module({
  controllers: [HealthController, BrandingController, ProblemPageController],
  providers: [
    DeviceCookie,
    SessionCookie,
    SessionStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    IdempotencyKeys,
  ],
  exports: [DeviceCookie, SessionCookie],
})
export class PlatformHttpModule {}

/** The worker's side: relay, queues, schedules and the delivery of messages. */
@Global()
@Module({
  providers: [
    ListenerRegistry,
    OutboxRelay,
    EventWorker,
    Scheduler,
    HandOverMessage,
    TidyPlatform,
    { provide: QUEUE_BACKEND, useFactory: createQueueBackend, inject: [AppConfig] },
    {
      provide: Mailer,
      useFactory: (config: AppConfig) =>
        config.SMTP_URL
          ? new SmtpMailer(config.SMTP_URL, config.MAIL_FROM)
          : new FolderMailer(resolve(join(config.DATA_DIR, 'mail')), config.MAIL_FROM),
      inject: [AppConfig],
    },
    {
      provide: SmsGateway,
      useFactory: (config: AppConfig) =>
        config.SMS_GATEWAY_URL
          ? new HttpSmsGateway(config.SMS_GATEWAY_URL)
          : new FolderSmsGateway(resolve(join(config.DATA_DIR, 'sms'))),
      inject: [AppConfig],
    },
    { provide: PushService, useFactory: (config: AppConfig) => new WebPush(config), inject: [AppConfig] },
  ],
  exports: [
    ListenerRegistry,
    OutboxRelay,
    EventWorker,
    Scheduler,
    QUEUE_BACKEND,
    Mailer,
    PushService,
    SmsGateway,
    TidyPlatform,
  ],
})
export class PlatformJobsModule {
  constructor(listeners: ListenerRegistry, handOverMessage: HandOverMessage) {
    listeners.add(handOverMessage);
  }
}
