import { Injectable } from '@nestjs/common';
import { tooManyTries } from '../domain/identity.errors';

const RUNNING = 2;
const WAITING = 16;
const RETRY_SECONDS = 2;

/**
 * Lets two password hashes run at a time and sixteen wait. Beyond that it refuses at once: a hash costs a fifth of a
 * second of a core, so an open door would let a login flood stop everything else.
 */
@Injectable()
export class HashGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws DomainError `too-many-requests` when the queue is full */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= RUNNING) {
      if (this.waiting.length >= WAITING) throw tooManyTries(RETRY_SECONDS);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
