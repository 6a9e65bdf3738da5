import { Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository, type Account } from '@of/identity';
import { Branding, Database, MailLayout, OutgoingMessages } from '@of/platform';
import { ReadAccessEnd } from '@of/registration';
import type { Notice, NoticeFacts } from '../domain/notice';
import { ToldEventRepository } from '../persistence/told-event.repository';

/** How a notice leaves: laid out and queued. */
@Injectable()
export class NoticeDispatch {
  constructor(
    readonly messages: OutgoingMessages,
    readonly layout: MailLayout,
    readonly branding: Branding,
  ) {}
}

/** Tells a member that something happened, once for each event, over every channel that is verified. */
@Injectable()
export class TellMember {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly accessEnd: ReadAccessEnd,
    private readonly told: ToldEventRepository,
    private readonly dispatch: NoticeDispatch,
  ) {}

  /** Nothing happens when the account is gone or was told before. */
  async execute(eventId: string, accountId: string, notice: Notice): Promise<void> {
    const account = await this.accounts.findById(accountId);
    if (!account) return;
    const { mobile } = await this.contacts.read(accountId);
    const text = notice[account.language](await this.factsOf(account));
    await this.database.transaction(async (tx) => {
      if (!(await this.told.remember(tx, eventId))) return;
      const { layout, messages } = this.dispatch;
      if (account.email) await messages.queueMail(tx, layout.compose(account.email, account.language, text));
      if (text.sms && mobile?.verified) await messages.queueSms(tx, { to: mobile.value, text: text.sms });
    });
  }

  private async factsOf({ id, language }: Account): Promise<NoticeFacts> {
    const { serviceName, hotline } = this.dispatch.branding;
    const end = await this.accessEnd.execute(id);
    const inWords = (day: { toString(): string } | undefined): string =>
      day
        ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(String(day)))
        : '';
    return {
      serviceName,
      hotline: hotline.number,
      coverEndedOn: inWords(end?.coverEndedOn),
      accessEndsOn: inWords(end?.accessEndsOn),
    };
  }
}
