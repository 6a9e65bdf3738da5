import { type INestApplicationContext } from '@nestjs/common';
import { ExpireApprovals } from '@of/approval';
import { ForgetOldSessions } from '@of/identity';
import { documentsSchedules } from '@of/documents';
import { draftsSchedules } from '@of/drafts';
import { applicationsSchedules } from '@of/applications';
import { lettersSchedules } from '@of/letters';
import { notificationsSchedules } from '@of/notifications';
import { personalDataSchedules } from '@of/personal-data';
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
    ...documentsSchedules,
    ...draftsSchedules,
    ...applicationsSchedules,
    ...lettersSchedules,
    ...notificationsSchedules,
    ...personalDataSchedules,
  ].map((task) => app.get<ScheduledTask>(task, { strict: false }));
}
