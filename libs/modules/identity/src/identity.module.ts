import { Global, Module } from '@nestjs/common';
import { DeviceReader, OpenAccounts, SessionReader } from '@of/platform';
import { AccountData } from './application/account-data';
import { AccountFreshness } from './application/account-freshness';
import { AccountLocks } from './application/account-locks';
import { BindByTransfer } from './application/bind-by-transfer';
import { BindDevice, CodeEffects } from './application/bind-device';
import { CheckCredentials } from './application/check-credentials';
import { DeviceAssertions } from './application/device-assertions';
import { DeviceRegistrations } from './application/device-registrations';
import { Devices } from './application/devices';
import { OpenDeviceSession } from './application/open-device-session';
import { ReadDeviceSession } from './application/read-device-session.query';
import { StartBinding } from './application/start-binding';
import { DeviceBindingController } from './http/device-binding.controller';
import { DeviceSessionPresenter } from './http/device-session.presenter';
import { DevicesController } from './http/devices.controller';
import { DeviceChallengeRepository } from './persistence/device-challenge.repository';
import { DeviceSessionRepository } from './persistence/device-session.repository';
import { DeviceRepository } from './persistence/device.repository';
import { AdvanceSession } from './application/advance-session';
import { AuthThrottle } from './application/auth-throttle';
import { ChangePassword } from './application/change-password';
import { CodeHasher } from './application/code-hasher';
import { CommonPasswords } from './application/common-passwords';
import { EndSession } from './application/end-session';
import { ExtendSession } from './application/extend-session';
import { HashGate } from './application/hash-gate';
import { ForgetOldTraces } from './application/forget-old-traces';
import { ListSessions } from './application/list-sessions.query';
import { LogIn } from './application/log-in';
import { NewPassword } from './application/new-password';
import { PasswordCheck } from './application/password-check';
import { PasswordHasher } from './application/password-hasher';
import { PasswordRules } from './application/password-rules';
import { LoginConditions } from './application/ports/login-condition';
import { SessionSteps } from './application/ports/session-step';
import { DeviceTransfers } from './application/ports/device-transfer';
import { PostedCodes } from './application/posted-codes';
import { SentCodes } from './application/sent-codes';
import { AccessDataController } from './http/access-data.controller';
import { BrowserCookie } from './http/browser-cookie';
import './http/problem-texts';
import { SessionController } from './http/session.controller';
import { SessionPresenter } from './http/session.presenter';
import { ForgetOldSessions } from './jobs/forget-old-sessions.job';
import { AccountExportRepository } from './persistence/account-export.repository';
import { AccountLifeRepository } from './persistence/account-life.repository';
import { AccountRepository } from './persistence/account.repository';
import { ContactRepository } from './persistence/contact.repository';
import { OpenAccountRepository } from './persistence/open-account.repository';
import { SessionRepository } from './persistence/session.repository';

const application = [
  AccountFreshness,
  AccountLocks,
  DeviceChallengeRepository,
  DeviceRepository,
  Devices,
  AccountData,
  AccountExportRepository,
  AccountLifeRepository,
  AccountRepository,
  CodeHasher,
  ContactRepository,
  PostedCodes,
  SentCodes,
  SessionRepository,
];

/** What this room tells the others about accounts. */
const openAccounts = { provide: OpenAccounts, useClass: OpenAccountRepository };

/** Identity for the API: sessions and access data over HTTP. */
@Global()
@Module({
  controllers: [SessionController, AccessDataController, DevicesController, DeviceBindingController],
  providers: [
    ...application,
    AdvanceSession,
    AuthThrottle,
    BindByTransfer,
    BindDevice,
    CodeEffects,
    BrowserCookie,
    ChangePassword,
    CheckCredentials,
    CommonPasswords,
    DeviceAssertions,
    DeviceRegistrations,
    DeviceSessionPresenter,
    DeviceSessionRepository,
    DeviceTransfers,
    EndSession,
    ExtendSession,
    HashGate,
    ListSessions,
    LogIn,
    LoginConditions,
    NewPassword,
    OpenDeviceSession,
    PasswordCheck,
    PasswordHasher,
    PasswordRules,
    ReadDeviceSession,
    SessionPresenter,
    SessionSteps,
    StartBinding,
    openAccounts,
    { provide: DeviceReader, useExisting: DeviceSessionRepository },
    { provide: SessionReader, useExisting: SessionRepository },
  ],
  exports: [
    ...application,
    AdvanceSession,
    AuthThrottle,
    DeviceAssertions,
    DeviceReader,
    DeviceRegistrations,
    DeviceTransfers,
    HashGate,
    LogIn,
    LoginConditions,
    NewPassword,
    OpenAccounts,
    PasswordCheck,
    PasswordHasher,
    PasswordRules,
    SessionPresenter,
    SessionReader,
    SessionSteps,
  ],
})
export class IdentityModule {}

/** Identity for the worker: codes and tidying, no HTTP. */
@Global()
@Module({
  providers: [...application, openAccounts, ForgetOldSessions, ForgetOldTraces],
  exports: [...application, OpenAccounts, ForgetOldSessions],
})
export class IdentityJobsModule {}
