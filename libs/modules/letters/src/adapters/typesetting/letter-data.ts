import type { LetterLanguage } from '../../domain/letter';
import type { LetterSheet, Recipient, Sender } from '../../application/ports/typesetter';
import { letterText, type LetterText, type Sentence } from './letter-texts';
import { breakable, countLetters, plainText } from './plain-text';

/** What the template reads: everything in the order and the words in which it is shown. */
export interface LetterData extends Pick<LetterText, 'title' | 'opening' | 'ways' | 'closing'> {
  readonly language: LetterLanguage;
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

const frames = {
  de: {
    locale: 'de-DE',
    reference: 'Ihr Zeichen bei uns',
    hotline: 'Hilfe am Telefon',
    date: 'Datum',
    greeting: 'Guten Tag',
    farewell: (insurer: string) => ['Freundliche Grüße', `Ihre ${insurer}`],
    phone: 'Telefon',
    questions: ['Fragen zu diesem Brief?', 'Rufen Sie uns an.'],
  },
  en: {
    locale: 'en-GB',
    reference: 'Our reference',
    hotline: 'Help by phone',
    date: 'Date',
    greeting: 'Dear',
    farewell: (insurer: string) => ['Kind regards', insurer],
    phone: 'Phone',
    questions: ['Questions about this letter?', 'Please give us a call.'],
  },
} as const;

export function letterData(sheet: LetterSheet): LetterData {
  const { language, branding } = sheet;
  const frame = frames[language];
  const { number, hours } = branding.hotline;
  const text = letterText(sheet.purpose, language, {
    orderedOn: inWords(sheet.orderedOn, frame.locale),
    validUntil: inWords(sheet.validUntil, frame.locale),
    portalHost: sheet.portalHost,
    insurerName: branding.insurerName,
    hotline: unbroken(number),
  });
  const place = `${branding.postalCode} ${branding.city}`;
  const street = `${branding.street} ${branding.houseNumber}`;
  return {
    ...text,
    language,
    day: dayParts(sheet.date),
    insurer: branding.insurerName,
    service: branding.serviceName,
    returnLine: [branding.insurerName, street, place].join(' · '),
    recipient: addressLines(sheet.recipient),
    info: [
      [frame.reference, sheet.reference],
      [frame.hotline, `${unbroken(number)}\n${hours}`],
      [frame.date, inWords(sheet.date, frame.locale)],
    ],
    salutation: salutation(frame.greeting, sheet.recipient.name, language),
    code: { ...text.code, value: sheet.code },
    farewell: frame.farewell(branding.insurerName),
    footer: [
      [branding.insurerName, street, place],
      [`${frame.phone} ${unbroken(number)}`, branding.email, webAddress(branding)],
      [...frame.questions, hours],
    ],
  };
}
