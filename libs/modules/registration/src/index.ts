export { ReadAccessEnd, type AccessEnd } from './application/read-access-end.query';
export { accountDeactivated, accountReactivated, coverEnding } from './domain/registration.events';
export { RegistrationJobsModule, RegistrationModule, registrationSchedules } from './registration.module';
