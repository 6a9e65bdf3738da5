import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, ScheduledTask } from '@of/platform';
import { type Logger } from 'pino';
import { AcknowledgeSubmission } from '../application/acknowledge-submission';
import { ReceivingSystem, type FoundAcknowledgement } from '../application/ports/receiving-system';
import { parseAcknowledgement } from '../domain/acknowledgement';

/** Takes in what the receiving system has acknowledged, each on its own: a bad one stops no other. */
@Injectable()
export class CollectAcknowledgements extends ScheduledTask {
  readonly name = 'collect-acknowledgements';
  readonly every = 30_000;

  constructor(
    private readonly receivingSystem: ReceivingSystem,
    private readonly acknowledge: AcknowledgeSubmission,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  async run(): Promise<void> {
    for (const found of await this.receivingSystem.findAcknowledgements()) {
      try {
        const verdict = await this.judge(found);
        if (verdict === 'rejected') this.logger.warn({ acknowledgement: found.name }, 'acknowledgement rejected');
        await this.receivingSystem.file(found, verdict);
      } catch (error) {
        this.logger.warn({ err: error, acknowledgement: found.name }, 'acknowledgement not taken in: trying again');
      }
    }
  }

  private async judge({ submissionId, content }: FoundAcknowledgement): Promise<'applied' | 'rejected'> {
    const acknowledgement = parseAcknowledgement(content);
    if (!submissionId || !acknowledgement) return 'rejected';
    return this.acknowledge.execute(submissionId, { actor: 'receiving-system', ...acknowledgement });
  }
}
