import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { UploadRepository } from '../persistence/upload.repository';

const HELD_SECONDS = 15;
const RENEW_MS = 1_000;
const RETRY_MS = 200;
const GIVE_UP_MS = 20_000;

/**
 * One writer per upload, whichever process it talks to. Who comes later asks the first to leave: after a lost connection the
 * first is often only a half-open socket.
 */
@Injectable()
export class UploadLocks {
  constructor(private readonly uploads: UploadRepository) {}

  newLock(id: string): UploadLock {
    return new UploadLock(this.uploads, id);
  }
}

class UploadLock {
  private readonly token = randomUUID();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly uploads: UploadRepository,
    private readonly id: string,
  ) {}

  /** @param requestRelease called once somebody else waits */
  async lock(signal: AbortSignal, requestRelease: () => Promise<void> | void): Promise<void> {
    const end = Date.now() + GIVE_UP_MS;
    while ((await this.uploads.lock(this.id, this.token, HELD_SECONDS)) === 'taken') {
      if (signal.aborted || Date.now() > end) {
        throw new DomainError('service-unavailable', 'unavailable', { retryAfterSeconds: 5 });
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    this.renewal = setInterval(() => {
      this.uploads.keepLock(this.id, this.token, HELD_SECONDS).then(
        (isWanted) => {
          if (isWanted) void requestRelease();
        },
        () => undefined, // the next renewal may succeed; writing itself is guarded by the offset
      );
    }, RENEW_MS);
  }

  async unlock(): Promise<void> {
    clearInterval(this.renewal);
    await this.uploads.unlock(this.id, this.token);
  }
}
