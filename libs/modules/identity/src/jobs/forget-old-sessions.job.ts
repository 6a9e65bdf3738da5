import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { ForgetOldTraces } from '../application/forget-old-traces';

@Injectable()
export class ForgetOldSessions extends ScheduledTask {
  readonly name = 'forget-old-sessions';
  readonly every = 60 * 60_000;

  constructor(private readonly forget: ForgetOldTraces) {
    super();
  }

  run(): Promise<void> {
    return this.forget.execute();
  }
}
