import { Module, type Type } from '@nestjs/common';
import { type ScheduledTask } from '@of/platform';

@Module({})
export class ApplicationsModule {}

/** What this room does again and again; the worker puts it on its schedule. */
export const applicationsSchedules: Type<ScheduledTask>[] = [];

@Module({})
export class ApplicationsJobsModule {}
