import { EventListener, type ReceivedEvent } from '@of/platform';
import { TellMember } from '../application/tell-member';
import type { Notice } from '../domain/notice';

/** One for each event that has a notice. */
export class WhenItConcernsAMemberTellThem extends EventListener {
  constructor(
    readonly event: string,
    private readonly notice: Notice,
    private readonly tellMember: TellMember,
  ) {
    super();
  }

  async handle({ id, payload }: ReceivedEvent): Promise<void> {
    await this.tellMember.execute(id, String(payload['accountId']), this.notice);
  }
}
