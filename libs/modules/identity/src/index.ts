import { Identity1700000150000 } from './persistence/migrations/1700000150000-identity';

export { AccountMails } from './application/account-mails';
export { AdvanceSession } from './application/advance-session';
export { HashGate } from './application/hash-gate';
export { PasswordCheck } from './application/password-check';
export { PasswordHasher } from './application/password-hasher';
export { PasswordRules } from './application/password-rules';
export { LoginCondition, LoginConditions } from './application/ports/login-condition';
export { SessionStep, SessionSteps } from './application/ports/session-step';
export { PostedCodes, type CodePurpose } from './application/posted-codes';
export { SentCodes, sentCodeRequested, type SentCodePurpose } from './application/sent-codes';
export { maskMobile, parseEmail, parseMobile } from './domain/contact-value';
export { insuranceEnded, tooManyTries } from './domain/identity.errors';
export { SessionResponse } from './http/dto/session.dto';
export { SessionPresenter } from './http/session.presenter';
export { IdentityJobsModule, IdentityModule } from './identity.module';
export { ForgetOldSessions } from './jobs/forget-old-sessions.job';
export { AccountRepository, type Account } from './persistence/account.repository';
export { ContactRepository, type Contacts } from './persistence/contact.repository';
export { SessionRepository } from './persistence/session.repository';

export const identityMigrations = [Identity1700000150000];
