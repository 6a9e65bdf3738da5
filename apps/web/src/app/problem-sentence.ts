import { ApiProblem } from '@of/api-client';
import { formatTime, m } from '@of/i18n';

/** A sentence that says what to do, whatever went wrong. */
export function problemSentence(error: unknown): string {
  if (!(error instanceof ApiProblem)) return m.problem_unknown();
  if (error.status === 0) return m.problem_network();
  const wait = error.extra.retryAfterSeconds;
  if (error.code === 'too-many-requests' && wait) return waitSentence(wait, new Date());
  return error.detail || m.problem_unknown();
}

/** Until when to wait, on the reader's own clock. */
export function waitSentence(seconds: number, now: Date): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  // Rounded up to the next full minute: the time that is named is never too early.
  const until = new Date(Math.ceil((now.getTime() + seconds * 1000) / 60_000) * 60_000);
  if (minutes === 1) return m.problem_wait_minute({ time: formatTime(until) });
  if (minutes > 600) return m.problem_wait_long();
  return m.problem_wait({ minutes: String(minutes), time: formatTime(until) });
}
