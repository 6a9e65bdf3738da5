import type { FieldError } from '@of/kernel';

/** The customer's rules, each by the name the API reports. */
export type PasswordRule =
  | 'min-length'
  | 'max-length'
  | 'uppercase'
  | 'lowercase'
  | 'digit'
  | 'special'
  | 'equals-username'
  | 'reused'
  | 'too-common';

export const MIN_LENGTH = 12;
export const MAX_LENGTH = 128;
/** Only these eleven count as special; others are allowed but do not count. */
export const SPECIAL_CHARACTERS = '?!,.:_()@-+';

export interface PasswordContext {
  /** Everything that is a user name of this account: KVNR, e-mail addresses. */
  usernames: readonly string[];
  isCommon: (password: string) => boolean;
}

/** Same characters, same password, whatever keyboard they come from. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/** Every rule the password does not meet; `reused` is judged elsewhere, it needs the stored hashes. */
export function unmetRules(input: string, context: PasswordContext): PasswordRule[] {
  const password = normalisePassword(input);
  const length = [...password].length;
  const unmet: PasswordRule[] = [];
  if (length < MIN_LENGTH) unmet.push('min-length');
  if (length > MAX_LENGTH) unmet.push('max-length');
  if (!/\p{Lu}/u.test(password)) unmet.push('uppercase');
  if (!/\p{Ll}/u.test(password)) unmet.push('lowercase');
  if (!/\p{Nd}/u.test(password)) unmet.push('digit');
  if (![...password].some((character) => SPECIAL_CHARACTERS.includes(character))) unmet.push('special');
  const folded = password.trim().toLowerCase();
  if (context.usernames.some((username) => username.toLowerCase() === folded)) unmet.push('equals-username');
  if (context.isCommon(password)) unmet.push('too-common');
  return unmet;
}

export function passwordFieldErrors(rules: readonly PasswordRule[], pointer: string): FieldError[] {
  return rules.map((rule) => ({ pointer, code: 'password-policy', rule }));
}
