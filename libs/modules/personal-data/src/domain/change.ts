/** What members change in the insurer's own data. The core system takes each of them over. */
export const changeKinds = ['address', 'bank-account', 'phone'] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** With a device or contact details newer than this, a new bank account has to wait for its first payment. */
export const FRESH_DAYS = 7;

/** So long it waits. */
export const HOLD_HOURS = 48;

/** How far back a move may lie, and how far ahead. */
export const MOVE_DAYS = 366;
