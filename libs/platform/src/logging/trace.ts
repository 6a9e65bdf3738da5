import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ traceId: string }>();

/** Runs `work` so that every log line, audit row and event below carries this trace id. */
export function withTrace<T>(traceId: string, work: () => T): T {
  return storage.run({ traceId }, work);
}

/** Binds the trace id to the rest of the current asynchronous context (used by the request hook). */
export function enterTrace(traceId: string): void {
  storage.enterWith({ traceId });
}

export function currentTrace(): string | null {
  return storage.getStore()?.traceId ?? null;
}
