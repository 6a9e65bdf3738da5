/**
 * What a push says: that there is something to look at, nothing else. Whose account, which act and which value are read in
 * the companion, behind its lock. `approval`: something waits for a release. `notice`: a mail or text message was sent.
 */
export type PushHintKind = 'approval' | 'notice';

/** How long a push service keeps a hint at a notice for a device that is switched off. */
export const NOTICE_HINT_SECONDS = 24 * 3600;

/** For how long we try to hand it over: the notice itself goes by mail and text message. */
export const NOTICE_TRY_MINUTES = 5;

export const pushDueName = 'notifications.push-due';

/** A hint for one device is to be sent. */
export const pushDue = (payload: {
  accountId: string;
  deviceId: string;
  kind: PushHintKind;
  /** Null for a notice. */
  approvalId: string | null;
  /** ISO 8601; null for an approval, which knows its own end. */
  tryUntil: string | null;
}) => ({ name: pushDueName, payload: { ...payload } }) as const;
