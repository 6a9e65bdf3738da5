import { Module, type Type } from '@nestjs/common';
import { type ScheduledTask } from '@of/platform';
import { DocumentsApplicationModule } from './documents-application.module';

/** What this room does again and again; the worker puts it on its schedule. */
export const documentsSchedules: Type<ScheduledTask>[] = [];

@Module({
  imports: [DocumentsApplicationModule],
  exports: [DocumentsApplicationModule],
})
export class DocumentsJobsModule {}
