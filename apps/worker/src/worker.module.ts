import { Module, type DynamicModule } from '@nestjs/common';
import { ApprovalJobsModule } from '@of/approval';
import { DocumentsJobsModule } from '@of/documents';
import { DraftsJobsModule } from '@of/drafts';
import { ApplicationsJobsModule } from '@of/applications';
import { IdentityJobsModule } from '@of/identity';
import { LettersJobsModule } from '@of/letters';
import { MembershipModule } from '@of/membership';
import { NotificationsJobsModule } from '@of/notifications';
import { PersonalDataJobsModule } from '@of/personal-data';
import { PlatformJobsModule, PlatformModule, type AppConfig } from '@of/platform';
import { RecoveryJobsModule } from '@of/recovery';
import { RegistrationJobsModule } from '@of/registration';
import { type Logger } from 'pino';

/** Every room with its jobs and listeners; no HTTP. */
@Module({})
export class WorkerModule {
  static forRoot(config: AppConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, logger, 'onlinefiliale-worker'),
        PlatformJobsModule,
        MembershipModule,
        IdentityJobsModule,
        LettersJobsModule,
        ApprovalJobsModule,
        RegistrationJobsModule,
        RecoveryJobsModule,
        DocumentsJobsModule,
        DraftsJobsModule,
        ApplicationsJobsModule,
        PersonalDataJobsModule,
        NotificationsJobsModule,
      ],
    };
  }
}
