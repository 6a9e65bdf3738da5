import { Identity1700000150000 } from './persistence/migrations/1700000150000-identity';
import { Devices1700000400000 } from './persistence/migrations/1700000400000-devices';
import { SessionBrowser1700000400001 } from './persistence/migrations/1700000400001-session-browser';
import { FormerContact1700000420001 } from './persistence/migrations/1700000420001-former-contact';
import { AccountLife1700000440000 } from './persistence/migrations/1700000440000-account-life';

export { AccountFreshness } from './application/account-freshness';
export { AccountLocks } from './application/account-locks';
export { AdvanceSession } from './application/advance-session';
export { AuthThrottle } from './application/auth-throttle';
export { DeviceAssertions } from './application/device-assertions';
export { DeviceRegistrations, type NewKey } from './application/device-registrations';
export { Devices, type DeviceOwner } from './application/devices';
export { HashGate } from './application/hash-gate';
export { LogIn } from './application/log-in';
export { NewPassword } from './application/new-password';
export { PasswordCheck } from './application/password-check';
export { PasswordHasher } from './application/password-hasher';
export { PasswordRules } from './application/password-rules';
export {
  DeviceTransfer,
  DeviceTransfers,
  type OfferedDevice,
  type TransferOutcome,
} from './application/ports/device-transfer';
export { LoginCondition, LoginConditions } from './application/ports/login-condition';
export { SessionStep, SessionSteps, type SessionDetails, type StepOwner } from './application/ports/session-step';
export { PostedCodes, type CodePurpose } from './application/posted-codes';
export { SentCodes, sentCodeRequested, type SentCodePurpose } from './application/sent-codes';
export { transferGone } from './domain/device.errors';
export { maskMobile, parseEmail, parseMobile } from './domain/contact-value';
export { insuranceEnded, tooManyTries } from './domain/identity.errors';
export { browserName } from './application/browser-name';
export { SessionResponse } from './http/dto/session.dto';
export { SessionPresenter } from './http/session.presenter';
export { IdentityJobsModule, IdentityModule } from './identity.module';
export { ForgetOldSessions } from './jobs/forget-old-sessions.job';
export { AccountLifeRepository, type AccountOwner } from './persistence/account-life.repository';
export { AccountRepository, type Account } from './persistence/account.repository';
export { DeviceRepository, type Device } from './persistence/device.repository';
export { ContactRepository, type Contacts, type FormerContact } from './persistence/contact.repository';
export { SessionRepository, type SessionOrigin } from './persistence/session.repository';

export const identityMigrations = [
  Identity1700000150000,
  Devices1700000400000,
  SessionBrowser1700000400001,
  FormerContact1700000420001,
  AccountLife1700000440000,
];
