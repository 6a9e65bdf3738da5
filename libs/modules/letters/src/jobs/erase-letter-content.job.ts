import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { EraseLetterContent } from '../application/erase-letter-content';

/** Empties letters a day after their hand-over. */
@Injectable()
export class EraseLetterContentTask extends ScheduledTask {
  readonly name = 'erase-letter-content';
  readonly every = 10 * 60_000;

  constructor(private readonly eraseLetterContent: EraseLetterContent) {
    super();
  }

  run(): Promise<void> {
    return this.eraseLetterContent.execute();
  }
}
