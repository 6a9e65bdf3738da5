import { DateOnly } from '@of/kernel';
import { dayInWords, frameData, type FrameData } from '@of/letters';
import type { ReceiptSheet } from '../../application/ports/receipt-press';

/** What the template reads: everything in the words in which it is shown. */
export interface ReceiptData extends Omit<FrameData, 'salutation'> {
  readonly opening: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly pagesHeading: string;
  readonly pages: readonly { readonly label: string; readonly hash: string }[];
  readonly proof: readonly (readonly [label: string, value: string])[];
  readonly check: { readonly label: string; readonly value: string; readonly hint: string; readonly alt: string };
}

const words = {
  de: {
    title: 'Eingangsbestätigung',
    opening: (insurer: string) =>
      `${insurer} hat die folgenden Unterlagen erhalten. Der genannte Zeitpunkt gilt als Eingang. Diese Bestätigung ist elektronisch signiert.`,
    number: 'Vorgangsnummer',
    received: 'Eingegangen am',
    at: (day: string, time: string) => `${day}, ${time}\u00a0Uhr`,
    category: 'Unterlagen',
    count: 'Seiten',
    pages: 'Fingerabdrücke der Dateien (SHA-256)',
    page: (position: number) => `Datei ${position}`,
    text: 'Fingerabdruck der Bestätigung (SHA-256)',
    signature: 'Signatur (Ed25519)',
    key: 'Schlüssel',
    code: 'Prüfcode',
    hint: (address: string) => `Prüfen Sie die Bestätigung unter ${address}. Die Seite nennt keine Namen.`,
    alt: 'QR-Code: öffnet die Seite, auf der Sie diese Bestätigung prüfen',
  },
  en: {
    title: 'Confirmation of receipt',
    opening: (insurer: string) =>
      `${insurer} has received the following documents. The time named counts as the time of receipt. This confirmation is signed electronically.`,
    number: 'Reference number',
    received: 'Received on',
    at: (day: string, time: string) => `${day}, ${time}`,
    category: 'Documents',
    count: 'Pages',
    pages: 'Fingerprints of the files (SHA-256)',
    page: (position: number) => `File ${position}`,
    text: 'Fingerprint of the confirmation (SHA-256)',
    signature: 'Signature (Ed25519)',
    key: 'Key',
    code: 'Verification code',
    hint: (address: string) => `Check the confirmation at ${address}. The page names nobody.`,
    alt: 'QR code: opens the page on which you check this confirmation',
  },
} as const;

const clock = new Intl.DateTimeFormat('de-DE', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Berlin',
});
const nobody = { name: '', street: '', houseNumber: '', postalCode: '', city: '', country: 'DE' };

export function receiptData(sheet: ReceiptSheet): ReceiptData {
  const { language, sender } = sheet;
  const texts = words[language];
  const day = String(DateOnly.fromInstant(sheet.receivedAt));
  const frame = frameData({
    title: texts.title,
    language,
    recipient: nobody,
    reference: sheet.number,
    date: day,
    branding: sender,
  });
  const { host, pathname } = new URL(sheet.verificationUrl);
  return {
    ...frame,
    opening: texts.opening(sender.insurerName),
    facts: [
      [texts.number, sheet.number],
      [texts.received, texts.at(dayInWords(day, language), clock.format(sheet.receivedAt))],
      [texts.category, sheet.title],
      [texts.count, String(sheet.pageCount)],
    ],
    pagesHeading: texts.pages,
    pages: sheet.pages.map(({ position, sha256 }) => ({ label: texts.page(position), hash: sha256 })),
    proof: [
      [texts.text, sheet.sha256],
      [texts.signature, sheet.signature],
      [texts.key, sheet.keyId],
    ],
    check: {
      label: texts.code,
      value: sheet.code,
      hint: texts.hint(host + pathname.slice(0, pathname.lastIndexOf('/'))),
      alt: texts.alt,
    },
  };
}
