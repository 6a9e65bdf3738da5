/** How long a session lives (decided by the insurer; WCAG 2.2.1 asks for at least 20 s of warning). */
export const IDLE_MINUTES = 15;
export const ABSOLUTE_HOURS = 8;
/** The sixth login ends the session that was used least recently. */
export const MAX_SESSIONS = 5;
/** The last use is written at most this often. */
export const TOUCH_SECONDS = 30;
