import { Module } from '@nestjs/common';
import { ProtectedActions } from '@of/approval';
import { DocumentsApplicationModule } from '@of/documents';
import { ListenerRegistry } from '@of/platform';
import { AddressChangeAction, MovingFamily } from './application/address-change.action';
import { BankAccountCare, BankAccountChangeAction } from './application/bank-account-change.action';
import { BuildDataExport } from './application/build-data-export';
import { ChangeMyPhone } from './application/change-my-phone';
import { ChangesData } from './application/changes-data';
import { ConfirmContact } from './application/confirm-contact';
import { EmailChangeAction, MobileChangeAction } from './application/contact-change.action';
import { ContactMails } from './application/contact-mails';
import { DeclineMobile } from './application/decline-mobile';
import { DeviceRemovalAction } from './application/device-removal.action';
import { FillDataExport } from './application/fill-data-export';
import { ListChanges } from './application/list-changes.query';
import { OpenDataExport } from './application/open-data-export';
import { OrderDataExport } from './application/order-data-export';
import { ListFamily } from './application/list-family.query';
import { ReadAccessLog } from './application/read-access-log.query';
import { ReadDataExports } from './application/read-data-exports.query';
import { ReadMyData } from './application/read-my-data.query';
import { ReadPerson } from './application/read-person.query';
import { RecordChange } from './application/record-change';
import { RequestAddressChange } from './application/request-address-change';
import { RequestBankAccountChange } from './application/request-bank-account-change';
import { ContactProtection, RequestContact } from './application/request-contact';
import { RequestDeviceRemoval } from './application/request-device-removal';
import { TidyDataExports } from './application/tidy-data-exports';
import { AccessLogController } from './http/access-log.controller';
import { ChangesController } from './http/changes.controller';
import { DataExportsController } from './http/data-exports.controller';
import { MyDataController } from './http/my-data.controller';
import { PersonsController } from './http/persons.controller';
import './http/problem-texts';
import { TidyDataExportsTask } from './jobs/tidy-data-exports.job';
import { WhenCodeRequestedSendIt } from './listeners/when-code-requested-send-it.listener';
import { WhenExportOrderedMakeIt } from './listeners/when-export-ordered-make-it.listener';
import { AccessLogRepository } from './persistence/access-log.repository';
import { ChangeRepository } from './persistence/change.repository';
import { DataExportRepository } from './persistence/data-export.repository';
import { PersonViewRepository } from './persistence/person-view.repository';

const actions = [
  AddressChangeAction,
  BankAccountChangeAction,
  EmailChangeAction,
  MobileChangeAction,
  DeviceRemovalAction,
];

/** "Meine Daten": what a member sees and changes. */
@Module({
  imports: [DocumentsApplicationModule],
  controllers: [MyDataController, ChangesController, AccessLogController, DataExportsController, PersonsController],
  providers: [
    ...actions,
    AccessLogRepository,
    BankAccountCare,
    ChangeMyPhone,
    ChangeRepository,
    ChangesData,
    ConfirmContact,
    ContactMails,
    ContactProtection,
    DataExportRepository,
    DeclineMobile,
    ListChanges,
    OpenDataExport,
    OrderDataExport,
    ListFamily,
    MovingFamily,
    PersonViewRepository,
    ReadAccessLog,
    ReadDataExports,
    ReadMyData,
    ReadPerson,
    RecordChange,
    RequestAddressChange,
    RequestBankAccountChange,
    RequestContact,
    RequestDeviceRemoval,
  ],
  exports: [ListFamily, ReadPerson],
})
export class PersonalDataModule {
  constructor(
    registry: ProtectedActions,
    address: AddressChangeAction,
    bankAccount: BankAccountChangeAction,
    email: EmailChangeAction,
    mobile: MobileChangeAction,
    deviceRemoval: DeviceRemovalAction,
  ) {
    for (const action of [address, bankAccount, email, mobile, deviceRemoval]) registry.register(action);
  }
}

/** What this room does again and again; the worker puts it on its schedule. */
export const personalDataSchedules = [TidyDataExportsTask];

@Module({
  imports: [DocumentsApplicationModule],
  providers: [
    BuildDataExport,
    ChangeRepository,
    ChangesData,
    ContactMails,
    DataExportRepository,
    PersonViewRepository,
    FillDataExport,
    TidyDataExports,
    WhenCodeRequestedSendIt,
    WhenExportOrderedMakeIt,
    ...personalDataSchedules,
  ],
})
export class PersonalDataJobsModule {
  constructor(listeners: ListenerRegistry, sendCode: WhenCodeRequestedSendIt, makeExport: WhenExportOrderedMakeIt) {
    listeners.add(sendCode, makeExport);
  }
}
