import type { Approval } from '@of/api-client';
import { onSessionBeginElsewhere, onSessionEnd } from '../session/session-watch';
import type { Action } from './acts';

/** What somebody typed and asked for, so that it can be asked for once more. */
export interface ChangeDraft<T = unknown> {
  values: T;
  /** Missing where a password has to be typed again first. */
  request?: () => Promise<Approval>;
}

/**
 * Kept in the memory of this page only, never in the browser's storage: it is personal. It outlives a refusal and an
 * expiry, and goes with the session, the reload or the release.
 */
const drafts = new Map<Action, ChangeDraft>();
onSessionEnd(() => drafts.clear());
onSessionBeginElsewhere(() => drafts.clear());

export function keepDraft<T>(action: Action, draft: ChangeDraft<T>): void {
  drafts.set(action, draft);
}

export function draftOf<T>(action: Action): ChangeDraft<T> | undefined {
  return drafts.get(action) as ChangeDraft<T> | undefined;
}

export function forgetDraft(action: Action): void {
  drafts.delete(action);
}
