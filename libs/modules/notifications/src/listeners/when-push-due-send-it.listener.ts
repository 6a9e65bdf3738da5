import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { SendPush, type DuePush } from '../application/send-push';
import { pushDueName } from '../domain/push-hint';

@Injectable()
export class WhenPushDueSendIt extends EventListener {
  readonly event = pushDueName;

  constructor(private readonly sendPush: SendPush) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    await this.sendPush.execute(payload as unknown as DuePush);
  }
}
