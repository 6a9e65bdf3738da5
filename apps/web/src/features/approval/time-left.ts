import { m } from '@of/i18n';

/** The time left as it is said: whole minutes, and steps of 20 seconds in the last one, so that it is not said all the time. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  // The clocks differ by up to a second: two minutes must not be called three.
  if (seconds > 60) return m.approval_minutes_left({ count: Math.max(2, Math.ceil((seconds - 1) / 60)) });
  return m.approval_seconds_left({ count: Math.max(20, Math.ceil(seconds / 20) * 20) });
}
