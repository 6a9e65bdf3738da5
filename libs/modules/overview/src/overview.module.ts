import { Module } from '@nestjs/common';
import { DraftsModule } from '@of/drafts';
import { PersonalDataModule } from '@of/personal-data';
import { ReadOverview } from './application/read-overview.query';
import { OverviewController } from './http/overview.controller';

/** The home page: reads from the other rooms, writes nothing. */
@Module({
  imports: [DraftsModule, PersonalDataModule],
  controllers: [OverviewController],
  providers: [ReadOverview],
})
export class OverviewModule {}
