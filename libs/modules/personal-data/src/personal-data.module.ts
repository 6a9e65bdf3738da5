import { Module } from '@nestjs/common';
import { ListenerRegistry } from '@of/platform';
import { ConfirmContact } from './application/confirm-contact';
import { ContactMails } from './application/contact-mails';
import { ReadMyData } from './application/read-my-data.query';
import { RequestContact } from './application/request-contact';
import { MyDataController } from './http/my-data.controller';
import { WhenCodeRequestedSendIt } from './listeners/when-code-requested-send-it.listener';

@Module({
  controllers: [MyDataController],
  providers: [ConfirmContact, ContactMails, ReadMyData, RequestContact],
})
export class PersonalDataModule {}

@Module({ providers: [ContactMails, WhenCodeRequestedSendIt] })
export class PersonalDataJobsModule {
  constructor(listeners: ListenerRegistry, sendCode: WhenCodeRequestedSendIt) {
    listeners.add(sendCode);
  }
}
