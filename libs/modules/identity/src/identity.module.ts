import { Global, Module } from '@nestjs/common';
import { ListenerRegistry, SessionReader } from '@of/platform';
import { AccountMails } from './application/account-mails';
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
import { LogIn, LoginRules } from './application/log-in';
import { NewPassword } from './application/new-password';
import { PasswordCheck } from './application/password-check';
import { PasswordHasher } from './application/password-hasher';
import { PasswordRules } from './application/password-rules';
import { LoginConditions } from './application/ports/login-condition';
import { SessionSteps } from './application/ports/session-step';
import { PostedCodes } from './application/posted-codes';
import { SentCodes } from './application/sent-codes';
import { TellOwnerOfBlock } from './application/tell-owner-of-block';
import { AccessDataController } from './http/access-data.controller';
import { BrowserCookie } from './http/browser-cookie';
import './http/problem-texts';
import { SessionController } from './http/session.controller';
import { SessionPresenter } from './http/session.presenter';
import { ForgetOldSessions } from './jobs/forget-old-sessions.job';
import { WhenLoginBlockedTellTheOwner } from './listeners/when-login-blocked-tell-the-owner.listener';
import { AccountRepository } from './persistence/account.repository';
import { ContactRepository } from './persistence/contact.repository';
import { SessionRepository } from './persistence/session.repository';

const application = [
  AccountMails,
  AccountRepository,
  CodeHasher,
  ContactRepository,
  PostedCodes,
  SentCodes,
  SessionRepository,
];

/** Identity for the API: sessions and access data over HTTP. */
@Global()
@Module({
  controllers: [SessionController, AccessDataController],
  providers: [
    ...application,
    AdvanceSession,
    AuthThrottle,
    BrowserCookie,
    ChangePassword,
    CommonPasswords,
    EndSession,
    ExtendSession,
    HashGate,
    ListSessions,
    LogIn,
    LoginConditions,
    LoginRules,
    NewPassword,
    PasswordCheck,
    PasswordHasher,
    PasswordRules,
    SessionPresenter,
    SessionSteps,
    { provide: SessionReader, useExisting: SessionRepository },
  ],
  exports: [
    ...application,
    AdvanceSession,
    HashGate,
    LoginConditions,
    PasswordCheck,
    PasswordHasher,
    PasswordRules,
    SessionPresenter,
    SessionReader,
    SessionSteps,
  ],
})
export class IdentityModule {}

/** Identity for the worker: codes, notices and tidying, no HTTP. */
@Global()
@Module({
  providers: [...application, ForgetOldSessions, ForgetOldTraces, TellOwnerOfBlock, WhenLoginBlockedTellTheOwner],
  exports: [...application, ForgetOldSessions],
})
export class IdentityJobsModule {
  constructor(listeners: ListenerRegistry, tellOwner: WhenLoginBlockedTellTheOwner) {
    listeners.add(tellOwner);
  }
}
