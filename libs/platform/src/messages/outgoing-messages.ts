import { Injectable } from '@nestjs/common';
import { Sealer, type SealContext } from '../crypto/sealer';
import { newId } from '@of/kernel';
import type { Tx } from '../database/tx';
import type { MailMessage, SmsMessage } from './message';

export const messageQueued = 'platform.message-queued';

export function sealContext(id: string): SealContext {
  return `platform.outgoing_message.sealed:${id}`;
}

/**
 * Queues complete mails and text messages inside the transaction that causes them. The text is sealed in the database
 * and only its id travels through the queue; what leaves later is exactly what was stored here.
 */
@Injectable()
export class OutgoingMessages {
  constructor(private readonly sealer: Sealer) {}

  queueMail(tx: Tx, mail: MailMessage): Promise<void> {
    return this.queue(tx, 'mail', mail);
  }

  queueSms(tx: Tx, sms: SmsMessage): Promise<void> {
    return this.queue(tx, 'sms', sms);
  }

  private async queue(tx: Tx, channel: 'mail' | 'sms', message: MailMessage | SmsMessage): Promise<void> {
    const id = newId();
    await tx.query(`INSERT INTO platform.outgoing_message (id, channel, sealed) VALUES ($1, $2, $3)`, [
      id,
      channel,
      this.sealer.seal(JSON.stringify(message), sealContext(id)),
    ]);
    await tx.publish({ name: messageQueued, payload: { messageId: id } });
  }
}
