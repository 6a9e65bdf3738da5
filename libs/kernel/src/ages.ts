/** Age from which somebody may have an account of their own (§ 36 SGB I). */
export const OWN_ACCOUNT_AGE = 15;

/** Age from which nobody acts for somebody as their parent. */
export const OF_AGE = 18;
