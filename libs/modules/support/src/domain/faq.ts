/** The groups in the order in which they are shown. */
export const faqGroups = ['general', 'registration', 'login', 'second-factor', 'support'] as const;
export type FaqGroupId = (typeof faqGroups)[number];

export type FaqLanguage = 'de' | 'en';

export interface FaqItem {
  /** The same in every language, so that a link to it survives a change of language. */
  readonly id: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
}

export interface FaqGroup {
  readonly id: FaqGroupId;
  readonly title: string;
  readonly items: readonly FaqItem[];
}

export const groupTitles: Readonly<Record<FaqGroupId, Readonly<Record<FaqLanguage, string>>>> = {
  general: { de: 'Allgemeines', en: 'General' },
  registration: { de: 'Registrierung', en: 'Registration' },
  login: { de: 'Anmeldung', en: 'Log in' },
  'second-factor': { de: 'Zwei-Faktor-Anmeldung', en: 'Two-factor login' },
  support: { de: 'Hilfe und Kontakt', en: 'Help and contact' },
};
