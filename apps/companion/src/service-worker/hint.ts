/** What is shown for a push, in the words of the device. Nothing of the account: several may share one device. */
export interface Hint {
  title: string;
  /** A newer hint of the same kind takes the place of the older one. */
  tag: string;
  lang: 'de' | 'en';
}

const texts = {
  approval: { de: 'Eine Freigabe wartet auf Sie.', en: 'Something waits for your release.' },
  notice: {
    de: 'Wir haben Ihnen geschrieben. Bitte sehen Sie in Ihren E-Mails nach.',
    en: 'We have written to you. Please look at your e-mails.',
  },
  // A kind that this release does not know yet, or nothing readable: browsers demand that something is shown.
  other: { de: 'Bitte sehen Sie in der App nach.', en: 'Please have a look at the app.' },
} as const;

/** @param text what the server sent: `{ "kind": … }` */
export function hintOf(text: string | undefined, languages: readonly string[]): Hint {
  const kind = kindOf(text);
  const first = languages.map((language) => language.slice(0, 2)).find((two) => two === 'de' || two === 'en');
  const lang = first === 'en' ? 'en' : 'de';
  return { title: texts[kind][lang], tag: kind, lang };
}

function kindOf(text: string | undefined): keyof typeof texts {
  try {
    const { kind } = JSON.parse(text ?? '') as { kind?: unknown };
    return kind === 'approval' || kind === 'notice' ? kind : 'other';
  } catch {
    return 'other';
  }
}
