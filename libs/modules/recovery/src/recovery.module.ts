import { Module } from '@nestjs/common';
import { ProtectedActions } from '@of/approval';
import { AccountRepository, DeviceTransfers, PostedCodes } from '@of/identity';
import { LetterComposers, LettersJobsModule, LettersModule } from '@of/letters';
import { MembershipModule } from '@of/membership';
import { AppConfig, ListenerRegistry } from '@of/platform';
import { CancelDeviceCode } from './application/cancel-device-code';
import { CompletePasswordReset, ResetCodeCheck } from './application/complete-password-reset';
import { DeviceTransferAction } from './application/device-transfer.action';
import { OfferEmailUndo, UndoMail } from './application/offer-email-undo';
import { OrderDeviceCode } from './application/order-device-code';
import { OrderLetterWithCode } from './application/order-letter-with-code';
import { ReadDeviceTransfer } from './application/read-device-transfer.query';
import { ReadDeviceWays } from './application/read-device-ways.query';
import { RecoveryData } from './application/recovery-data';
import { RequestPasswordReset } from './application/request-password-reset';
import { ResetMessages } from './application/reset-messages';
import { ResetWays, SendResetCode } from './application/send-reset-code';
import { EndTransfers, StartDeviceTransfer } from './application/start-device-transfer';
import { TakeDeviceTransfer } from './application/take-device-transfer';
import { TidyRecovery } from './application/tidy-recovery';
import { PutEverybodyOut, UndoEmailChange } from './application/undo-email-change';
import { DeviceCodesController } from './http/device-codes.controller';
import { DeviceTransfersController } from './http/device-transfers.controller';
import { EmailChangesController } from './http/email-changes.controller';
import { PasswordResetsController } from './http/password-resets.controller';
import './http/problem-texts';
import { RecoveryLetterComposer } from './jobs/recovery-letter.composer';
import { TidyRecoveryTask } from './jobs/tidy-recovery.job';
import { WhenEmailChangedOfferItsUndo } from './listeners/when-email-changed-offer-its-undo.listener';
import { WhenResetRequestedSendItsCode } from './listeners/when-reset-requested-send-its-code.listener';
import { DeviceTransferRepository } from './persistence/device-transfer.repository';
import { EmailUndoRepository } from './persistence/email-undo.repository';
import { OrderedLetterRepository } from './persistence/ordered-letter.repository';

/** What both processes need of this room. */
const common = [
  DeviceTransferRepository,
  EmailUndoRepository,
  OrderedLetterRepository,
  OrderLetterWithCode,
  RecoveryData,
];

/** Ways back into an account: forgotten password, new phone, undo of an e-mail change. */
@Module({
  imports: [MembershipModule, LettersModule],
  controllers: [DeviceCodesController, DeviceTransfersController, EmailChangesController, PasswordResetsController],
  providers: [
    ...common,
    CancelDeviceCode,
    CompletePasswordReset,
    DeviceTransferAction,
    EndTransfers,
    OrderDeviceCode,
    PutEverybodyOut,
    ReadDeviceTransfer,
    ReadDeviceWays,
    RequestPasswordReset,
    ResetCodeCheck,
    StartDeviceTransfer,
    TakeDeviceTransfer,
    UndoEmailChange,
  ],
})
export class RecoveryModule {
  constructor(
    actions: ProtectedActions,
    transfers: DeviceTransfers,
    transferAction: DeviceTransferAction,
    takeTransfer: TakeDeviceTransfer,
  ) {
    actions.register(transferAction);
    transfers.register(takeTransfer);
  }
}

/** What this room does again and again; the worker puts it on its schedule. */
export const recoverySchedules = [TidyRecoveryTask];

/** Recovery for the worker: letters and messages with codes. */
@Module({
  imports: [MembershipModule, LettersJobsModule],
  providers: [
    ...common,
    ...recoverySchedules,
    OfferEmailUndo,
    ResetMessages,
    ResetWays,
    SendResetCode,
    TidyRecovery,
    UndoMail,
    WhenEmailChangedOfferItsUndo,
    WhenResetRequestedSendItsCode,
  ],
  exports: [...recoverySchedules],
})
export class RecoveryJobsModule {
  constructor(
    composers: LetterComposers,
    listeners: ListenerRegistry,
    config: AppConfig,
    accounts: AccountRepository,
    codes: PostedCodes,
    sendCode: WhenResetRequestedSendItsCode,
    offerUndo: WhenEmailChangedOfferItsUndo,
  ) {
    composers.add(new RecoveryLetterComposer('reset', `${config.publicOrigin}/passwort-neu`, accounts, codes));
    composers.add(new RecoveryLetterComposer('device', `${config.companionOrigin}/einrichten`, accounts, codes));
    listeners.add(sendCode, offerUndo);
  }
}
