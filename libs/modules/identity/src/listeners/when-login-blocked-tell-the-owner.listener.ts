import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { TellOwnerOfBlock } from '../application/tell-owner-of-block';
import { loginBlocked } from '../domain/identity.events';

/** Somebody guesses passwords: the owner of the account hears of it, once a day at most. */
@Injectable()
export class WhenLoginBlockedTellTheOwner extends EventListener {
  readonly event = loginBlocked;

  constructor(private readonly tellOwner: TellOwnerOfBlock) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    if (typeof payload['accountId'] === 'string') await this.tellOwner.execute(payload['accountId']);
  }
}
