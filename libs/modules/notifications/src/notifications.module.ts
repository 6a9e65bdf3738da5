import { Module } from '@nestjs/common';
import { ListenerRegistry } from '@of/platform';
import { LettersApplicationModule } from '@of/letters';
import { RegistrationJobsModule } from '@of/registration';
import { ChangePreferences } from './application/change-preferences';
import { ForgetSubscription } from './application/forget-subscription';
import { HintAtApproval } from './application/hint-at-approval';
import { NotificationsData } from './application/notifications-data';
import { PushHints } from './application/push-hints';
import { ReadPreferences } from './application/read-preferences.query';
import { ReadPush } from './application/read-push.query';
import { SendPush } from './application/send-push';
import { NoticeDispatch, TellMember } from './application/tell-member';
import { TellOfPost } from './application/tell-of-post';
import { TurnPushOff } from './application/turn-push-off';
import { TurnPushOn } from './application/turn-push-on';
import { notices } from './domain/notices';
import { PreferencesController } from './http/preferences.controller';
import './http/problem-texts';
import { PushSubscriptionController } from './http/push-subscription.controller';
import { TellOfPostTask } from './jobs/tell-of-post.job';
import { WhenApprovalRequestedHintAtIt } from './listeners/when-approval-requested-hint-at-it.listener';
import { WhenDeviceGoneForgetItsSubscription } from './listeners/when-device-gone-forget-its-subscription.listener';
import { WhenItConcernsAMemberTellThem } from './listeners/when-it-concerns-a-member-tell-them.listener';
import { WhenPushDueSendIt } from './listeners/when-push-due-send-it.listener';
import { PreferenceRepository } from './persistence/preference.repository';
import { PushSubscriptionRepository } from './persistence/push-subscription.repository';
import { ToldEventRepository } from './persistence/told-event.repository';

const everywhere = [NotificationsData, PreferenceRepository, PushSubscriptionRepository, ToldEventRepository];

/** Notifications for the API: what members choose, and which devices get hints. */
@Module({
  controllers: [PreferencesController, PushSubscriptionController],
  providers: [...everywhere, ChangePreferences, ReadPreferences, ReadPush, TurnPushOff, TurnPushOn],
})
export class NotificationsModule {}

/** What this room does again and again; the worker puts it on its schedule. */
export const notificationsSchedules = [TellOfPostTask];

/** Notices and hints that follow from what happened in other rooms. */
@Module({
  imports: [RegistrationJobsModule, LettersApplicationModule],
  providers: [
    ...everywhere,
    ForgetSubscription,
    HintAtApproval,
    NoticeDispatch,
    PushHints,
    SendPush,
    TellMember,
    TellOfPost,
    ...notificationsSchedules,
    WhenApprovalRequestedHintAtIt,
    WhenPushDueSendIt,
  ],
})
export class NotificationsJobsModule {
  constructor(
    listeners: ListenerRegistry,
    forget: ForgetSubscription,
    tellMember: TellMember,
    hintAtApproval: WhenApprovalRequestedHintAtIt,
    sendPush: WhenPushDueSendIt,
  ) {
    for (const told of notices) listeners.add(new WhenItConcernsAMemberTellThem(told, tellMember));
    for (const event of ['identity.device-removed', 'identity.device-suspended'] as const) {
      listeners.add(new WhenDeviceGoneForgetItsSubscription(event, forget));
    }
    listeners.add(hintAtApproval, sendPush);
  }
}
