import { Injectable } from '@nestjs/common';
import { Sealer } from '../crypto/sealer';
import { Database } from '../database/database';
import { EventListener, type ReceivedEvent } from '../outbox/event-listener';
import { Mailer } from './mailer';
import type { MailMessage, SmsMessage } from './message';
import { messageQueued, sealContext } from './outgoing-messages';
import { SmsGateway } from './sms-gateway';

/** Whenever a message is queued, it is handed to its channel. */
@Injectable()
export class HandOverMessage extends EventListener {
  readonly event = messageQueued;

  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly mailer: Mailer,
    private readonly smsGateway: SmsGateway,
  ) {
    super();
  }

  async handle(event: ReceivedEvent): Promise<void> {
    const id = String(event.payload['messageId']);
    const [message] = await this.database.read<{ channel: string; sealed: Buffer }>(
      'messages.waiting',
      `SELECT channel, sealed FROM platform.outgoing_message
        WHERE id = $1 AND handed_over_at IS NULL AND sealed IS NOT NULL`,
      [id],
    );
    if (!message) return;
    const content: unknown = JSON.parse(this.sealer.open(message.sealed, sealContext(id)).toString());
    if (message.channel === 'mail') await this.mailer.send(id, content as MailMessage);
    else await this.smsGateway.send(id, content as SmsMessage);
    await this.database.transaction((tx) =>
      tx.query(`UPDATE platform.outgoing_message SET handed_over_at = platform.now() WHERE id = $1`, [id]),
    );
  }
}
