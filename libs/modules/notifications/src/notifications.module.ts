import { Module } from '@nestjs/common';
import { ListenerRegistry } from '@of/platform';
import { RegistrationJobsModule } from '@of/registration';
import { NoticeDispatch, TellMember } from './application/tell-member';
import { accountNotices } from './domain/account-notices';
import { personalDataNotices } from './domain/personal-data-notices';
import { securityNotices } from './domain/security-notices';
import { WhenItConcernsAMemberTellThem } from './listeners/when-it-concerns-a-member-tell-them.listener';
import { ToldEventRepository } from './persistence/told-event.repository';

/** Notices that follow from what happened in other rooms. */
@Module({ imports: [RegistrationJobsModule], providers: [NoticeDispatch, TellMember, ToldEventRepository] })
export class NotificationsJobsModule {
  constructor(listeners: ListenerRegistry, tellMember: TellMember) {
    for (const [event, notice] of Object.entries({ ...securityNotices, ...personalDataNotices, ...accountNotices })) {
      listeners.add(new WhenItConcernsAMemberTellThem(event, notice, tellMember));
    }
  }
}
