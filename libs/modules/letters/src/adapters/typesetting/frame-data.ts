import type { LetterLanguage } from '../../domain/letter';
import type { Recipient, Sender } from '../../application/ports/typesetter';
import { breakable, countLetters, plainText } from './plain-text';

/** What stands around the text of every sheet; `frame.typ` reads it. */
export interface FrameData {
  readonly title: string;
  readonly language: LetterLanguage;
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
  readonly insurer: string;
  readonly service: string;
  readonly returnLine: string;
  readonly recipient: readonly string[];
  readonly info: readonly (readonly [label: string, value: string])[];
  readonly salutation: string;
  readonly farewell: readonly string[];
  readonly footer: readonly (readonly string[])[];
}

/** What a frame is filled with. Days are `YYYY-MM-DD`. */
export interface FrameParts {
  readonly title: string;
  readonly language: LetterLanguage;
  readonly recipient: Recipient;
  readonly reference: string;
  readonly date: string;
  readonly branding: Sender;
}

/** A longer name would push the text down the page; the letter then greets without it. */
const LONGEST_GREETED_NAME = 60;
const HOME_COUNTRY = 'DE';

const words = {
  de: {
    reference: 'Ihr Zeichen bei uns',
    help: 'Hilfe am Telefon',
    date: 'Datum',
    greeting: (name: string | null) => (name ? `Guten Tag, ${name},` : 'Guten Tag,'),
    farewell: 'Freundliche Grüße',
    phone: 'Telefon',
    questions: ['Fragen zu diesem Brief?', 'Rufen Sie uns an, wir helfen gern.'],
  },
  en: {
    reference: 'Our reference',
    help: 'Help by phone',
    date: 'Date',
    greeting: (name: string | null) => (name ? `Dear ${name},` : 'Good day,'),
    farewell: 'Kind regards',
    phone: 'Phone',
    questions: ['Questions about this letter?', 'Call us, we are glad to help.'],
  },
} as const;

export function frameData({ title, language, recipient, reference, date, branding }: FrameParts): FrameData {
  const frame = words[language];
  const hotline = unbroken(branding.hotline.number);
  const senderLines = [
    branding.insurerName,
    `${branding.street} ${branding.houseNumber}`,
    `${branding.postalCode} ${branding.city}`,
  ];
  const [year, month, day] = dayParts(date);
  return {
    title,
    language,
    day: { year, month, day },
    insurer: branding.insurerName,
    service: branding.serviceName,
    returnLine: senderLines.join(' · '),
    recipient: addressLines(recipient),
    info: [
      [frame.reference, reference],
      [frame.help, hotline],
      [frame.date, dayInWords(date, language)],
    ],
    salutation: frame.greeting(greetedName(recipient.name)),
    farewell: [frame.farewell, branding.insurerName],
    footer: [
      senderLines,
      [`${frame.phone} ${hotline}`, branding.email, branding.website.replace(/^https?:\/\//, '')],
      [...frame.questions, branding.hotline.hours],
    ],
  };
}

/** As DIN 5008 has it; a country only abroad, in the language of the country that sends and in capitals. */
function addressLines({ name, street, houseNumber, postalCode, city, country }: Recipient): string[] {
  return [
    name,
    `${street} ${houseNumber}`,
    `${postalCode} ${city}`,
    country === HOME_COUNTRY ? '' : countryName(country),
  ]
    .map((line) => breakable(plainText(line)))
    .filter((line) => line !== '');
}

const countries = new Intl.DisplayNames(['de'], { type: 'region' });

const countryName = (code: string): string => (countries.of(code) ?? code).toLocaleUpperCase('de');

function greetedName(name: string): string | null {
  const plain = plainText(name);
  return plain !== '' && countLetters(plain) <= LONGEST_GREETED_NAME ? breakable(plain) : null;
}

/** A day or a number never breaks at the end of a line. */
export const unbroken = (text: string): string => text.replace(/ /g, '\u00a0');

/** Making one takes as long as a statement of the database, and each sheet needs several. */
const formats = new Map<LetterLanguage, Intl.DateTimeFormat>();
const locales = { de: 'de-DE', en: 'en-GB' } as const;

/**
 * The day written out: `24. November 2026`, `24 November 2026`; it never breaks.
 * @throws Error when it is no day `YYYY-MM-DD`
 */
export function dayInWords(day: string, language: LetterLanguage): string {
  const [year, month, dayOfMonth] = dayParts(day);
  const format =
    formats.get(language) ?? new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(language, format);
  return unbroken(format.format(Date.UTC(year, month - 1, dayOfMonth)));
}

function dayParts(day: string): [year: number, month: number, day: number] {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !month || !dayOfMonth) throw new Error('a day of the letter is no YYYY-MM-DD');
  return [Number(year), Number(month), Number(dayOfMonth)];
}
