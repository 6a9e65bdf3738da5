/** Accounts per transaction of a sweep: large enough for set-based work, small enough to hold rows only for a moment. */
export const BATCH = 500;
