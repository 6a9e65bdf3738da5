type Words = Record<'de' | 'en', string>;

/** A file of the export, for its explanation. */
export interface ExplainedFile {
  readonly path: string;
  readonly about: Words;
  readonly fields: Record<string, Words>;
}

export interface Explanation {
  readonly serviceName: string;
  readonly insurerName: string;
  readonly language: 'de' | 'en';
  readonly level: 'basic' | 'full';
  readonly madeOn: string;
  readonly files: readonly ExplainedFile[];
  /** Documents that are not in it, e.g. because their check is not finished. */
  readonly missing: readonly string[];
}

const words = {
  de: {
    title: 'Ihre Daten',
    lead: (a: Explanation): string[] => [
      `Dieser Export enthält, was die ${a.serviceName} der ${a.insurerName} am ${a.madeOn} über Sie gespeichert hat (Art. 15 und 20 DSGVO).`,
      'Er enthält nur Ihre eigenen Daten. Daten Ihrer Kinder sind nicht darin, auch wenn Sie für sie handeln.',
      'Die Tabellen sind JSON-Dateien in UTF-8. Zeitpunkte stehen in Weltzeit (UTC), Tage als JJJJ-MM-TT. Dokumente liegen als PDF oder Bild bei.',
    ],
    basic:
      'Sie waren ohne zweiten Faktor angemeldet. Deshalb fehlen die Inhalte Ihres Postfachs, Bescheinigungen und eingereichte Dokumente, und manche Angaben sind verkürzt.',
    care: 'Bewahren Sie diese Datei sorgsam auf: Sie enthält Gesundheitsdaten.',
    missing: 'Diese Dokumente fehlen, weil sie noch geprüft werden oder nicht lesbar sind:',
    never:
      'Nicht enthalten sind Passwörter, Codes und Schlüssel Ihrer Geräte: Wir kennen sie nicht oder dürfen sie nicht herausgeben.',
  },
  en: {
    title: 'Your data',
    lead: (a: Explanation): string[] => [
      `This export holds what the ${a.serviceName} of ${a.insurerName} had stored about you on ${a.madeOn} (Art. 15 and 20 GDPR).`,
      'It holds your own data only. Data of your children are not in it, even if you act for them.',
      'Tables are JSON files in UTF-8. Times are in UTC, days as YYYY-MM-DD. Documents come as PDF or picture.',
    ],
    basic:
      'You were logged in without a second factor. That is why the contents of your postbox, certificates and submitted documents are missing, and some values are shortened.',
    care: 'Keep this file carefully: it holds data about your health.',
    missing: 'These documents are missing because they are still being checked or cannot be read:',
    never: 'Passwords, codes and keys of your devices are not in it: we do not know them or must not give them away.',
  },
} as const;

/** What goes with an export so that a person can read it: every file and every field, in their language. */
export function explain(explanation: Explanation): string {
  const { language, level, files, missing } = explanation;
  const text = words[language];
  const paragraphs = [...text.lead(explanation), ...(level === 'basic' ? [text.basic] : []), text.never, text.care];
  const tables = files.map(({ path, about, fields }) =>
    [path, about[language], ...Object.entries(fields).map(([name, meaning]) => `  ${name}: ${meaning[language]}`)].join(
      '\n',
    ),
  );
  const gaps = missing.length > 0 ? [[text.missing, ...missing.map((path) => `  ${path}`)].join('\n')] : [];
  return `${[text.title, '='.repeat(text.title.length)].join('\n')}\n\n${[...paragraphs, ...gaps, ...tables].join('\n\n')}\n`;
}
