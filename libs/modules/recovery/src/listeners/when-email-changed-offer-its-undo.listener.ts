import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { OfferEmailUndo } from '../application/offer-email-undo';
import { CONTACT_CHANGED } from '../domain/recovery.events';

@Injectable()
export class WhenEmailChangedOfferItsUndo extends EventListener {
  readonly event = CONTACT_CHANGED;

  constructor(private readonly offerUndo: OfferEmailUndo) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    const { accountId, kind, formerContactId } = payload;
    if (kind === 'email' && typeof accountId === 'string' && typeof formerContactId === 'string') {
      await this.offerUndo.execute(accountId, formerContactId);
    }
  }
}
