import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { ForgetExpiredDrafts } from '../application/forget-expired-drafts';

@Injectable()
export class ForgetExpiredDraftsTask extends ScheduledTask {
  readonly name = 'forget-expired-drafts';
  readonly every = 60 * 60_000;

  constructor(private readonly forget: ForgetExpiredDrafts) {
    super();
  }

  run(): Promise<void> {
    return this.forget.execute();
  }
}
