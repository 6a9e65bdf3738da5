import { type INestApplicationContext } from '@nestjs/common';
import { ExpireApprovals } from '@of/approval';
import { ForgetOldSessions } from '@of/identity';
import { lettersSchedules } from '@of/letters';
import { TidyPlatform, type ScheduledTask } from '@of/platform';
import { recoverySchedules } from '@of/recovery';
import { registrationSchedules } from '@of/registration';

/** Every repeated job of the house. Each acts on what the database says is due. */
export function scheduledTasks(app: INestApplicationContext): ScheduledTask[] {
  return [
    TidyPlatform,
    ForgetOldSessions,
    ExpireApprovals,
    ...registrationSchedules,
    ...recoverySchedules,
    ...lettersSchedules,
  ].map((task) => app.get<ScheduledTask>(task, { strict: false }));
}
