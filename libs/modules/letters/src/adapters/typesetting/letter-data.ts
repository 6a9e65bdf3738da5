import type { LetterSheet, Recipient } from '../../application/ports/typesetter';
import { letterText, type LetterText } from './letter-texts';
import { breakable, countLetters, plainText } from './plain-text';

/** What the template reads: everything in the words in which it is shown. */
export interface LetterData extends Omit<LetterText, 'code'> {
  readonly language: string;
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
  readonly insurer: string;
  readonly service: string;
  readonly returnLine: string;
  readonly recipient: readonly string[];
  readonly info: readonly (readonly [label: string, value: string])[];
  readonly salutation: string;
  readonly code: LetterText['code'] & { readonly value: string };
  readonly farewell: readonly string[];
  readonly footer: readonly (readonly string[])[];
}

/** A longer name would push the text down the page; the letter then greets without it. */
const LONGEST_GREETED_NAME = 60;
const HOME_COUNTRY = 'DE';

/** What every letter says around its text. */
const frames = {
  de: {
    locale: 'de-DE',
    reference: 'Ihr Zeichen bei uns',
    help: 'Hilfe am Telefon',
    date: 'Datum',
    greeting: (name: string | null) => (name ? `Guten Tag, ${name},` : 'Guten Tag,'),
    farewell: 'Freundliche Grüße',
    phone: 'Telefon',
    questions: ['Fragen zu diesem Brief?', 'Rufen Sie uns an, wir helfen gern.'],
  },
  en: {
    locale: 'en-GB',
    reference: 'Our reference',
    help: 'Help by phone',
    date: 'Date',
    greeting: (name: string | null) => (name ? `Dear ${name},` : 'Good day,'),
    farewell: 'Kind regards',
    phone: 'Phone',
    questions: ['Questions about this letter?', 'Call us, we are glad to help.'],
  },
} as const;

export function letterData(sheet: LetterSheet): LetterData {
  const { language, branding } = sheet;
  const frame = frames[language];
  const hotline = unbroken(branding.hotline.number);
  const text = letterText(sheet.purpose, language, {
    orderedOn: inWords(sheet.orderedOn, frame.locale),
    validUntil: inWords(sheet.validUntil, frame.locale),
    portalHost: sheet.portalHost,
    hotline,
  });
  const senderLines = [
    branding.insurerName,
    `${branding.street} ${branding.houseNumber}`,
    `${branding.postalCode} ${branding.city}`,
  ];
  const [year, month, day] = dayParts(sheet.date);
  return {
    ...text,
    language,
    day: { year, month, day },
    insurer: branding.insurerName,
    service: branding.serviceName,
    returnLine: senderLines.join(' · '),
    recipient: addressLines(sheet.recipient),
    info: [
      [frame.reference, sheet.reference],
      [frame.help, hotline],
      [frame.date, inWords(sheet.date, frame.locale)],
    ],
    salutation: frame.greeting(greetedName(sheet.recipient.name)),
    code: { ...text.code, value: sheet.code },
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
const unbroken = (text: string): string => text.replace(/ /g, '\u00a0');

/** Making one takes as long as a statement of the database, and each letter needs three. */
const formats = new Map<string, Intl.DateTimeFormat>();

const inWords = (day: string, locale: string): string => {
  const [year, month, dayOfMonth] = dayParts(day);
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return unbroken(format.format(Date.UTC(year, month - 1, dayOfMonth)));
};

/** @throws Error when it is no day `YYYY-MM-DD` */
function dayParts(day: string): [year: number, month: number, day: number] {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !month || !dayOfMonth) throw new Error('a day of the letter is no YYYY-MM-DD');
  return [Number(year), Number(month), Number(dayOfMonth)];
}
