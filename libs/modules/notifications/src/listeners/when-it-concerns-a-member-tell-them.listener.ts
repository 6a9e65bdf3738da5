import { EventListener, type ReceivedEvent } from '@of/platform';
import { TellMember } from '../application/tell-member';
import type { Notice } from '../domain/notice';
import type { NoticeKind } from '../domain/notice-channels';

/** One for each event that has a notice. */
export class WhenItConcernsAMemberTellThem extends EventListener {
  readonly event: string;

  constructor(
    private readonly told: { event: string; kind: NoticeKind; notice: Notice },
    private readonly tellMember: TellMember,
  ) {
    super();
    this.event = told.event;
  }

  async handle({ id, name, payload }: ReceivedEvent): Promise<void> {
    // What strangers try with a name nobody has is written down like the rest, without an account.
    const { accountId, deviceId } = payload;
    if (typeof accountId !== 'string') return;
    const event = { id, name, deviceId: typeof deviceId === 'string' ? deviceId : null };
    await this.tellMember.execute(event, accountId, this.told);
  }
}
