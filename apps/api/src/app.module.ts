import { Module, type DynamicModule } from '@nestjs/common';
import { ApprovalModule } from '@of/approval';
import { ConsentModule } from '@of/consent';
import { DocumentsModule } from '@of/documents';
import { DraftsModule } from '@of/drafts';
import { ApplicationsModule } from '@of/applications';
import { IdentityModule } from '@of/identity';
import { LettersModule } from '@of/letters';
import { MembershipModule } from '@of/membership';
import { NotificationsModule } from '@of/notifications';
import { OverviewModule } from '@of/overview';
import { PersonalDataModule } from '@of/personal-data';
import { PlatformHttpModule, PlatformModule, type AppConfig } from '@of/platform';
import { RecoveryModule } from '@of/recovery';
import { RegistrationModule } from '@of/registration';
import { SupportModule } from '@of/support';
import { type Logger } from 'pino';

/** Every room with its HTTP side. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, logger, 'onlinefiliale-api'),
        PlatformHttpModule,
        MembershipModule,
        IdentityModule,
        ConsentModule,
        LettersModule,
        ApprovalModule,
        RegistrationModule,
        RecoveryModule,
        DocumentsModule,
        DraftsModule,
        ApplicationsModule,
        PersonalDataModule,
        OverviewModule,
        NotificationsModule,
        SupportModule,
      ],
    };
  }
}
