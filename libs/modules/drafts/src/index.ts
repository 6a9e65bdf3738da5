export { DraftsJobsModule, DraftsModule, draftsSchedules } from './drafts.module';

export const draftsMigrations = [];
