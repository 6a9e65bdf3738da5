export { RemoveUnfinishedRegistrations } from './jobs/remove-unfinished-registrations.job';
export { RegistrationJobsModule, RegistrationModule } from './registration.module';
