/** Unanswered requests a browser may cause before it has to wait: nobody is worn down by ringing the phone. */
export const unansweredLimits = [
  { count: 3, seconds: 5 * 60 },
  { count: 10, seconds: 24 * 3600 },
] as const;

/** Tries to name the right number, for one approval; the last wrong one refuses it. */
export const NUMBER_TRIES = 3;

/** Bucket of all browsers that never signed in to the account before. */
export const STRANGERS = 'strangers';
