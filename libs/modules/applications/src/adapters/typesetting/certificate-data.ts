import { dayInWords, frameData, plainText, type FrameData } from '@of/letters';
import type { CertificateSheet } from '../../application/ports/certificate-press';
import { certificateWords, showsKvnr, type Sentence } from './certificate-texts';

/** What the template reads: everything in the words in which it is shown. */
export interface CertificateData extends FrameData {
  readonly opening: Sentence;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly notes: readonly Sentence[];
  readonly check: { readonly label: string; readonly value: string; readonly hint: string; readonly alt: string };
}

export function certificateData(sheet: CertificateSheet): CertificateData {
  const { language, person, cover, kind } = sheet;
  const words = certificateWords[language];
  const text = words.texts[kind];
  const frame = frameData({
    title: text.title(cover.kind),
    language,
    recipient: sheet.recipient,
    reference: sheet.number,
    date: sheet.issuedOn,
    branding: sheet.sender,
  });
  return {
    ...frame,
    opening: text.opening,
    facts: [
      [words.name, plainText(person.name)],
      [words.dateOfBirth, dayInWords(person.dateOfBirth, language)],
      ...(showsKvnr[kind] ? ([[words.kvnr, person.kvnr]] as const) : []),
      [words.cover, words.coverKinds[cover.kind]],
      [words.from, dayInWords(cover.from, language)],
      ...(cover.to ? ([[words.to, dayInWords(cover.to, language)]] as const) : []),
    ],
    notes: [...text.notes, [words.unsigned]],
    check: {
      label: words.check.label,
      value: sheet.code,
      hint: words.check.hint(addressOf(sheet.verificationUrl)),
      alt: words.check.alt,
    },
  };
}

/** The page without protocol and code: both stand elsewhere. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.slice(0, pathname.lastIndexOf('/'));
}
