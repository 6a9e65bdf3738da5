import { Module } from '@nestjs/common';
import { ConsentModule } from '@of/consent';
import { LoginConditions, SessionSteps } from '@of/identity';
import { LetterComposers, LettersJobsModule, LettersModule } from '@of/letters';
import { ListenerRegistry } from '@of/platform';
import { AcceptDocuments } from './application/accept-documents';
import { ActivateAccount } from './application/activate-account';
import { OpenRegistration } from './application/open-registration';
import { OrderActivationLetter } from './application/order-activation-letter';
import { RegistrationGate } from './application/registration-gate';
import { RegistrationInputs } from './application/registration-inputs';
import { AcceptTermsStep, ActivateStep, ConfirmContactStep, CoverCondition } from './application/session-steps';
import { FirstLoginController } from './http/first-login.controller';
import './http/problem-texts';
import { RegistrationController } from './http/registration.controller';
import { RegistrationLetterComposer } from './jobs/registration-letter.composer';
import { RemoveUnfinishedRegistrations } from './jobs/remove-unfinished-registrations.job';
import { WhenLetterPostedExtendItsCode } from './listeners/when-letter-posted-extend-its-code.listener';
import { WhenRegistrationRefusedTellTheOwner } from './listeners/when-registration-refused-tell-the-owner.listener';

@Module({
  imports: [ConsentModule, LettersModule],
  controllers: [RegistrationController, FirstLoginController],
  providers: [
    AcceptDocuments,
    AcceptTermsStep,
    ActivateAccount,
    ActivateStep,
    ConfirmContactStep,
    CoverCondition,
    OpenRegistration,
    OrderActivationLetter,
    RegistrationGate,
    RegistrationInputs,
  ],
})
export class RegistrationModule {
  constructor(
    steps: SessionSteps,
    conditions: LoginConditions,
    activate: ActivateStep,
    acceptTerms: AcceptTermsStep,
    confirmContact: ConfirmContactStep,
    cover: CoverCondition,
  ) {
    for (const step of [activate, acceptTerms, confirmContact]) steps.register(step);
    conditions.register(cover);
  }
}

@Module({
  imports: [LettersJobsModule],
  providers: [
    RegistrationLetterComposer,
    RemoveUnfinishedRegistrations,
    WhenLetterPostedExtendItsCode,
    WhenRegistrationRefusedTellTheOwner,
  ],
  exports: [RemoveUnfinishedRegistrations],
})
export class RegistrationJobsModule {
  constructor(
    composers: LetterComposers,
    listeners: ListenerRegistry,
    composer: RegistrationLetterComposer,
    extendCode: WhenLetterPostedExtendItsCode,
    tellOwner: WhenRegistrationRefusedTellTheOwner,
  ) {
    composers.add(composer);
    listeners.add(extendCode, tellOwner);
  }
}
