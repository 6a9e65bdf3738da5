import { Module } from '@nestjs/common';
import { ProtectedActions } from '@of/approval';
import { ConsentJobsModule, ConsentModule } from '@of/consent';
import { LoginConditions, SessionSteps } from '@of/identity';
import { LetterComposers, LettersJobsModule, LettersModule } from '@of/letters';
import { ListenerRegistry } from '@of/platform';
import { AcceptDocuments } from './application/accept-documents';
import { AccountDeletion } from './application/account-deletion.action';
import { ActivateAccount } from './application/activate-account';
import { CoverCalendar } from './application/cover-calendar';
import { DeactivateLapsedAccounts } from './application/deactivate-lapsed-accounts';
import { DeleteAccount } from './application/delete-account';
import { EraseAccount } from './application/erase-account';
import { ErasureMail } from './application/erasure-mail';
import { ExpireDeactivatedAccounts } from './application/expire-deactivated-accounts';
import { NoteCoverEnd } from './application/note-cover-end';
import { OpenRegistration } from './application/open-registration';
import { OrderActivationLetter } from './application/order-activation-letter';
import { ReadAccessEnd } from './application/read-access-end.query';
import { RegistrationGate } from './application/registration-gate';
import { RegistrationInputs } from './application/registration-inputs';
import { RemoveUnfinished } from './application/remove-unfinished';
import { AcceptTermsStep, ActivateStep, ConfirmContactStep, CoverCondition } from './application/session-steps';
import { SynchroniseCover } from './application/synchronise-cover';
import { WarnOfEndingCover } from './application/warn-of-ending-cover';
import { AccountController } from './http/account.controller';
import { FirstLoginController } from './http/first-login.controller';
import './http/problem-texts';
import { RegistrationController } from './http/registration.controller';
import { DeactivateLapsedAccountsTask } from './jobs/deactivate-lapsed-accounts.job';
import { ExpireDeactivatedAccountsTask } from './jobs/expire-deactivated-accounts.job';
import { RegistrationLetterComposer } from './jobs/registration-letter.composer';
import { RemoveUnfinishedRegistrations } from './jobs/remove-unfinished-registrations.job';
import { WarnOfEndingCoverTask } from './jobs/warn-of-ending-cover.job';
import { WhenCoverChangedFollowIt } from './listeners/when-cover-changed-follow-it.listener';
import { WhenLetterPostedExtendItsCode } from './listeners/when-letter-posted-extend-its-code.listener';

/** What both processes need to end an account. */
const accountLife = [CoverCalendar, EraseAccount, ErasureMail, ReadAccessEnd];

@Module({
  imports: [ConsentModule, LettersModule],
  controllers: [RegistrationController, FirstLoginController, AccountController],
  providers: [
    ...accountLife,
    AcceptDocuments,
    AcceptTermsStep,
    AccountDeletion,
    ActivateAccount,
    ActivateStep,
    ConfirmContactStep,
    CoverCondition,
    DeleteAccount,
    NoteCoverEnd,
    OpenRegistration,
    OrderActivationLetter,
    RegistrationGate,
    RegistrationInputs,
  ],
  exports: [ReadAccessEnd],
})
export class RegistrationModule {
  constructor(
    steps: SessionSteps,
    conditions: LoginConditions,
    actions: ProtectedActions,
    activate: ActivateStep,
    acceptTerms: AcceptTermsStep,
    confirmContact: ConfirmContactStep,
    cover: CoverCondition,
    deletion: AccountDeletion,
  ) {
    for (const step of [activate, acceptTerms, confirmContact]) steps.register(step);
    conditions.register(cover);
    actions.register(deletion);
  }
}

/** What this room does again and again; the worker puts it on its schedule. */
export const registrationSchedules = [
  RemoveUnfinishedRegistrations,
  WarnOfEndingCoverTask,
  DeactivateLapsedAccountsTask,
  ExpireDeactivatedAccountsTask,
];

@Module({
  imports: [LettersJobsModule, ConsentJobsModule],
  providers: [
    ...accountLife,
    ...registrationSchedules,
    DeactivateLapsedAccounts,
    ExpireDeactivatedAccounts,
    RegistrationLetterComposer,
    RemoveUnfinished,
    SynchroniseCover,
    WarnOfEndingCover,
    WhenCoverChangedFollowIt,
    WhenLetterPostedExtendItsCode,
  ],
  exports: [ReadAccessEnd, ...registrationSchedules],
})
export class RegistrationJobsModule {
  constructor(
    composers: LetterComposers,
    listeners: ListenerRegistry,
    composer: RegistrationLetterComposer,
    followCover: WhenCoverChangedFollowIt,
    extendCode: WhenLetterPostedExtendItsCode,
  ) {
    composers.add(composer);
    listeners.add(followCover, extendCode);
  }
}
