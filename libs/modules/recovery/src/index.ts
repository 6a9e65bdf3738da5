import { Recovery1700000420000 } from './persistence/migrations/1700000420000-recovery';

export { RecoveryJobsModule, RecoveryModule, recoverySchedules } from './recovery.module';

export const recoveryMigrations = [Recovery1700000420000];
