import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { SendResetCode } from '../application/send-reset-code';
import { RESET_REQUESTED } from '../domain/recovery.events';
import { resetChannels } from '../domain/recovery-rules';

@Injectable()
export class WhenResetRequestedSendItsCode extends EventListener {
  readonly event = RESET_REQUESTED;

  constructor(private readonly sendCode: SendResetCode) {
    super();
  }

  async handle({ id, payload }: ReceivedEvent): Promise<void> {
    const channel = resetChannels.find((known) => known === payload['channel']);
    if (typeof payload['accountId'] === 'string' && channel) {
      await this.sendCode.execute(id, payload['accountId'], channel);
    }
  }
}
