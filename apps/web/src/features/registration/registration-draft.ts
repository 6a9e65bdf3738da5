/** What was entered so far, in memory only: it survives a step back and a change of the language, never a reload. */
export interface RegistrationDraft {
  kvnr: string;
  postalCode: string;
  password: string;
  letterExpectedBy: string | null;
}

const empty: RegistrationDraft = { kvnr: '', postalCode: '', password: '', letterExpectedBy: null };
let draft: RegistrationDraft = { ...empty };

export function registrationDraft(): RegistrationDraft {
  return draft;
}

export function keepRegistration(part: Partial<RegistrationDraft>): void {
  draft = { ...draft, ...part };
}

export const registrationSteps = ['bereit', 'person', 'passwort', 'absenden', 'fertig'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** The step that can be shown: the one asked for, or the first whose entries are missing. */
export function reachableStep(
  asked: string | undefined,
  { kvnr, postalCode, password, letterExpectedBy }: RegistrationDraft,
): RegistrationStep {
  const wanted = registrationSteps.find((step) => step === asked) ?? 'bereit';
  if (letterExpectedBy !== null) return 'fertig';
  if (wanted === 'bereit' || wanted === 'person') return wanted;
  if (!kvnr || !postalCode) return 'person';
  return wanted === 'passwort' || !password ? 'passwort' : 'absenden';
}
