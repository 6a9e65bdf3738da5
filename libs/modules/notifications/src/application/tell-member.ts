import { Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository, type Account } from '@of/identity';
import { Branding, Database, MailLayout, OutgoingMessages, type Tx } from '@of/platform';
import { ReadAccessEnd } from '@of/registration';
import type { Notice, NoticeFacts, NoticeText } from '../domain/notice';
import { choicesOf, type NoticeKind } from '../domain/notice-channels';
import { PreferenceRepository } from '../persistence/preference.repository';
import { ToldEventRepository } from '../persistence/told-event.repository';
import { PushHints } from './push-hints';

/** Who is told, and what. */
interface Recipient {
  account: Account;
  /** Verified number. */
  mobile: string | null;
  text: NoticeText;
  /** The device that the notice is about. */
  deviceId: string | null;
}

/** What happened, as far as it matters for telling. */
export interface ToldEvent {
  id: string;
  name: string;
  deviceId: string | null;
}

/** How a notice leaves: laid out and queued. */
@Injectable()
export class NoticeDispatch {
  constructor(
    private readonly messages: OutgoingMessages,
    private readonly layout: MailLayout,
    private readonly hints: PushHints,
    private readonly preferences: PreferenceRepository,
    readonly branding: Branding,
  ) {}

  /**
   * Over every channel that the member has and has not switched off.
   * @returns whether something goes out that can be read: a hint on a device alone is no notice
   */
  async queue(tx: Tx, kind: NoticeKind, { account, mobile, text, deviceId }: Recipient): Promise<boolean> {
    const { email, sms, push } = choicesOf(await this.preferences.listIn(tx, account.id))[kind];
    const mailTo = email.isOn ? account.email : null;
    const textTo = sms.isOn ? mobile : null;
    if (mailTo) await this.messages.queueMail(tx, this.layout.compose(mailTo, account.language, text));
    if (textTo) await this.messages.queueSms(tx, { to: textTo, text: text.sms });
    if (push.isOn) await this.hints.queue(tx, account.id, { kind: 'notice', exceptDeviceId: deviceId });
    return mailTo !== null || textTo !== null;
  }
}

/** Tells a member that something happened, once for each event. */
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

  /** Nothing happens when the account is gone, was told before, or was told of the like too recently. */
  async execute(
    event: ToldEvent,
    accountId: string,
    { kind, notice }: { kind: NoticeKind; notice: Notice },
  ): Promise<void> {
    const account = await this.accounts.findById(accountId);
    if (!account || (notice.onlyActive && account.state !== 'active')) return;
    const { mobile } = await this.contacts.read(accountId);
    const text = notice[account.language](await this.factsOf(account));
    await this.database.transaction(async (tx) => {
      if (!(await this.told.remember(tx, event.id))) return;
      if (notice.onceADay && !(await this.told.rememberToday(tx, accountId, event.name))) return;
      const { deviceId } = event;
      await this.dispatch.queue(tx, kind, { account, mobile: mobile?.verified ? mobile.value : null, text, deviceId });
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
