export { ApplicationsJobsModule, ApplicationsModule, applicationsSchedules } from './applications.module';

export const applicationsMigrations = [];
