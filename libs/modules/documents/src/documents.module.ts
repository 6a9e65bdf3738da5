import { Module, type Type } from '@nestjs/common';
import { type ScheduledTask } from '@of/platform';

@Module({})
export class DocumentsModule {}

/** What this room does again and again; the worker puts it on its schedule. */
export const documentsSchedules: Type<ScheduledTask>[] = [];

@Module({})
export class DocumentsJobsModule {}
