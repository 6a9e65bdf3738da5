import { Module, type Type } from '@nestjs/common';
import { type ScheduledTask } from '@of/platform';

@Module({})
export class DraftsModule {}

/** What this room does again and again; the worker puts it on its schedule. */
export const draftsSchedules: Type<ScheduledTask>[] = [];

@Module({})
export class DraftsJobsModule {}
