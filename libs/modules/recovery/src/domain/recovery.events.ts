import type { ResetChannel } from './recovery-rules';

/** Somebody forgot a password. Payload `{ accountId, channel }`; without account for a user name nobody has, too. */
export const RESET_REQUESTED = 'recovery.reset-requested';

export const resetRequested = (accountId: string | null, channel: ResetChannel) =>
  ({ name: RESET_REQUESTED, payload: { accountId, channel } }) as const;

export const passwordReset = (accountId: string) =>
  ({ name: 'recovery.password-reset', payload: { accountId } }) as const;

export const deviceCodeOrdered = (accountId: string, letterId: string) =>
  ({ name: 'recovery.device-code-ordered', payload: { accountId, letterId } }) as const;

export const emailChangeUndone = (accountId: string) =>
  ({ name: 'recovery.email-change-undone', payload: { accountId } }) as const;

/** Told by the room that changed it. Payload `{ accountId, kind, formerContactId }`. */
export const CONTACT_CHANGED = 'personal-data.contact-changed';
