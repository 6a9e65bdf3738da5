/** Rules that can be told while typing; the API judges all of them again, and two more (known and used passwords). */
export const passwordRules = ['min-length', 'uppercase', 'lowercase', 'digit', 'special', 'equals-username'] as const;
export type PasswordRule = (typeof passwordRules)[number];

const MIN_LENGTH = 12;
const SPECIAL_CHARACTERS = '?!,.:_()@-+';

/** Every rule that the password does not meet. */
export function unmetPasswordRules(input: string, usernames: readonly string[]): PasswordRule[] {
  const password = input.normalize('NFKC');
  const characters = [...password];
  const folded = password.trim().toLowerCase();
  const isMet: Record<PasswordRule, boolean> = {
    'min-length': characters.length >= MIN_LENGTH,
    uppercase: /\p{Lu}/u.test(password),
    lowercase: /\p{Ll}/u.test(password),
    digit: /\p{Nd}/u.test(password),
    special: characters.some((character) => SPECIAL_CHARACTERS.includes(character)),
    'equals-username': folded !== '' && !usernames.some((username) => username.toLowerCase() === folded),
  };
  return passwordRules.filter((rule) => !isMet[rule]);
}
