import { Injectable } from '@nestjs/common';
import { Sealer } from '../crypto/sealer';
import { Database } from '../database/database';
import { EventListener, type ReceivedEvent } from '../outbox/event-listener';
import { ScheduledTask } from '../queue/scheduled-task';
import { Mailer } from './mailer';
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
    const content = JSON.parse(this.sealer.open(message.sealed, sealContext(id)).toString());
    await (message.channel === 'mail' ? this.mailer.send(id, content) : this.smsGateway.send(id, content));
    await this.database.transaction((tx) =>
      tx.query(`UPDATE platform.outgoing_message SET handed_over_at = platform.now() WHERE id = $1`, [id]),
    );
  }
}

/** Empties messages a day after hand-over and forgets them after 30 days; drops finished events after 30 days. */
@Injectable()
export class TidyOutbox extends ScheduledTask {
  readonly name = 'tidy-outbox';
  readonly every = 10 * 60_000;

  constructor(private readonly database: Database) {
    super();
  }

  async run(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE platform.outgoing_message SET sealed = NULL
          WHERE sealed IS NOT NULL AND handed_over_at < platform.now() - interval '24 hours'`,
      );
      await tx.query(`DELETE FROM platform.outgoing_message WHERE handed_over_at < platform.now() - interval '30 days'`);
      await tx.query(`DELETE FROM platform.outbox_event WHERE done_at < platform.now() - interval '30 days'`);
      await tx.query(`DELETE FROM platform.counted_try WHERE window_end < platform.now()`);
    });
  }
}
