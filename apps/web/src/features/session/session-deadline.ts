import type { AnswerFacts } from '@of/api-client';

/** The server tells its time in whole seconds; half of one is the best guess at what it left out. */
const ROUNDING = 500;

/**
 * When this session ends by idleness, as the server said it last. The time left is always computed from the deadline and
 * the clock, never counted down: after sleep or in a throttled tab it is right at once.
 */
export class SessionDeadline {
  private deadline: number | null = null;
  /** Server clock minus clock of this device. */
  private skew = 0;
  private movedAt = Number.NEGATIVE_INFINITY;

  /** @returns whether the deadline moved */
  hear({ serverTime, sessionExpiresAt }: Pick<AnswerFacts, 'serverTime' | 'sessionExpiresAt'>, now: number): boolean {
    if (serverTime !== null) this.skew = serverTime + ROUNDING - now;
    return sessionExpiresAt !== null && this.moveTo(sessionExpiresAt, now);
  }

  /** A deadline only moves on: an answer that was overtaken by a later one changes nothing. */
  moveTo(deadline: number, now: number): boolean {
    if (this.deadline !== null && deadline <= this.deadline) return false;
    this.deadline = deadline;
    this.movedAt = now;
    return true;
  }

  forget(): void {
    this.deadline = null;
    this.movedAt = Number.NEGATIVE_INFINITY;
  }

  get value(): number | null {
    return this.deadline;
  }

  /** Milliseconds since the server last granted more time. */
  sinceMoved(now: number): number {
    return now - this.movedAt;
  }

  /** The server's clock, as far as it was told. */
  serverTime(now: number): number {
    return now + this.skew;
  }

  /** Milliseconds left, `null` without a session, never below 0. */
  remaining(now: number): number | null {
    return this.deadline === null ? null : Math.max(0, this.deadline - this.serverTime(now));
  }
}

/** `mm:ss`, and literally `--:--` without a session. */
export function formatCountdown(seconds: number | null): string {
  if (seconds === null) return '--:--';
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

export const WARNING_SECONDS = 120;

/** The time left in the steps in which it is said aloud: 120, 60, 40, 20 seconds. */
export function announcedSeconds(seconds: number): number {
  if (seconds > 60) return 120;
  if (seconds > 40) return 60;
  return seconds > 20 ? 40 : 20;
}
