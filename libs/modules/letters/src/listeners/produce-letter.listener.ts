import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { HandOverLetter } from '../application/hand-over-letter';
import { RenderLetter } from '../application/render-letter';
import { LETTER_ORDERED } from '../domain/letter.events';

/** Whenever a letter is ordered, it is rendered and handed over. A repetition goes on where the last try stopped. */
@Injectable()
export class ProduceLetter extends EventListener {
  readonly event = LETTER_ORDERED;

  constructor(
    private readonly renderLetter: RenderLetter,
    private readonly handOverLetter: HandOverLetter,
  ) {
    super();
  }

  async handle(event: ReceivedEvent): Promise<void> {
    const letterId = String(event.payload['letterId']);
    await this.renderLetter.execute(letterId);
    await this.handOverLetter.execute(letterId);
  }
}
