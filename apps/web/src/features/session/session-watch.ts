import { useSyncExternalStore } from 'react';
import { ApiProblem, observeAnswers } from '@of/api-client';
import { extendSession, readSession } from './api/session.api';
import { SessionDeadline } from './session-deadline';

/**
 * `unconfirmed`: the person logged out, but the server did not answer. `elsewhere`: the server ended it before its time.
 * `deleted`: the account is gone.
 */
export type EndReason = 'logout' | 'expired' | 'unconfirmed' | 'elsewhere' | 'deleted';
type ChannelMessage = { kind: 'deadline'; deadline: number } | { kind: 'ended'; reason: EndReason } | { kind: 'begun' };

/** With so much time left it was not the time that ended a session. */
const SURELY_OPEN_SECONDS = 30;
/** So often at most activity asks the server for more time. */
const EXTENSION_PAUSE = 60_000;

const deadline = new SessionDeadline();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('of-session');
const tickers = new Set<() => void>();
const endListeners = new Set<(reason: EndReason) => void>();
const beginListeners = new Set<() => void>();
/** So long after an answer that came too early the server is asked again. */
const RECHECK_PAUSE = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isChecking = false;
let isExtending = false;

/** The server's clock, as near as its answers tell: deadlines are counted by it. */
export const serverNow = (): number => deadline.serverTime(Date.now());

function tick(): void {
  clearTimeout(timer);
  for (const ticker of tickers) ticker();
  const left = deadline.remaining(Date.now());
  if (left === null) return;
  if (left === 0) void askWhetherOver();
  // Just after the next full second, so that no second is skipped or shown twice.
  else timer = setTimeout(tick, (left % 1000) + 5);
}

/** Another tab may have extended the session; the server knows. */
async function askWhetherOver(): Promise<void> {
  if (isChecking) return;
  isChecking = true;
  try {
    const session = await readSession();
    if (session === null) announceEnd('expired');
    else {
      deadline.moveTo(Date.parse(session.idleExpiresAt), Date.now());
      // The clocks differ by less than a second: asked a moment too early, the server still says yes. Then ask again.
      timer = setTimeout(tick, RECHECK_PAUSE);
    }
  } catch {
    announceEnd('expired'); // not reachable: nothing personal may stay on the screen
  } finally {
    isChecking = false;
  }
}

function hearDeadline(value: number): void {
  if (deadline.moveTo(value, Date.now())) tick();
}

function end(reason: EndReason): void {
  if (deadline.value === null) return;
  deadline.forget();
  tick();
  for (const listener of endListeners) listener(reason);
}

/** Why the server does not know the session any more: its time was up, or somebody ended it. */
function reasonOfRefusal(): EndReason {
  return (remainingSeconds() ?? 0) > SURELY_OPEN_SECONDS ? 'elsewhere' : 'expired';
}

/** The session is over, in all tabs. */
export function announceEnd(reason: EndReason): void {
  channel?.postMessage({ kind: 'ended', reason } satisfies ChannelMessage);
  end(reason);
}

/** Somebody has signed in here; other tabs forget what they show. */
export function announceBegin(): void {
  channel?.postMessage({ kind: 'begun' } satisfies ChannelMessage);
}

export function onSessionEnd(listener: (reason: EndReason) => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

export function onSessionBeginElsewhere(listener: () => void): () => void {
  beginListeners.add(listener);
  return () => beginListeners.delete(listener);
}

/** Seconds left, `null` without a session; renders again each second. */
export function useRemainingSeconds(): number | null {
  return useSyncExternalStore(subscribe, remainingSeconds);
}

function subscribe(ticker: () => void): () => void {
  tickers.add(ticker);
  return () => tickers.delete(ticker);
}

export function remainingSeconds(): number | null {
  const left = deadline.remaining(Date.now());
  return left === null ? null : Math.ceil(left / 1000);
}

/** Asks the server for more time; every tab gets it. */
export async function stayLoggedIn(): Promise<void> {
  await extendSession();
}

async function extendByActivity(): Promise<void> {
  const now = Date.now();
  if (deadline.value === null || isExtending || deadline.sinceMoved(now) < EXTENSION_PAUSE) return;
  // In the last two minutes the question is on the screen, and only its answer counts.
  const left = remainingSeconds();
  if (left === null || left <= 120) return;
  isExtending = true;
  try {
    await extendSession();
  } catch {
    // the countdown goes on and the next activity asks again
  } finally {
    isExtending = false;
  }
}

/** Listens to answers, other tabs, and the person. Called once. */
export function watchSession(): void {
  observeAnswers((facts) => {
    if (facts.status === 401 && facts.code === 'not-authenticated') announceEnd(reasonOfRefusal());
    else if (deadline.hear(facts, Date.now())) {
      channel?.postMessage({ kind: 'deadline', deadline: deadline.value as number } satisfies ChannelMessage);
      tick();
    }
  });
  channel?.addEventListener('message', ({ data }: MessageEvent<ChannelMessage>) => {
    if (data.kind === 'deadline' && deadline.value !== null) hearDeadline(data.deadline);
    if (data.kind === 'ended') end(data.reason);
    if (data.kind === 'begun') for (const listener of beginListeners) listener();
  });
  document.addEventListener('visibilitychange', () => !document.hidden && tick());
  for (const event of ['pointerdown', 'keydown'] as const) {
    addEventListener(event, () => void extendByActivity(), { passive: true });
  }
}

/** Is this refusal the end of the session, which the watch has already handled? */
export function isSessionOver(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'not-authenticated';
}
