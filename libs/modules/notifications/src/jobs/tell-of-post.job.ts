import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { TellOfPost } from '../application/tell-of-post';

/** Tells members of post that came since they were told last. */
@Injectable()
export class TellOfPostTask extends ScheduledTask {
  readonly name = 'tell-of-post';
  readonly every = 30_000;

  constructor(private readonly tellOfPost: TellOfPost) {
    super();
  }

  run(): Promise<void> {
    return this.tellOfPost.execute();
  }
}
