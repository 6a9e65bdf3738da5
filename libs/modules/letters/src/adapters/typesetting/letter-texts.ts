import type { LetterLanguage, LetterPurpose } from '../../domain/letter';
import { deviceTexts } from './device-texts';
import { registrationTexts } from './registration-texts';
import { resetTexts } from './reset-texts';

/** A piece of a sentence; `strong` stands out. Never markup: the template shows the characters as they are. */
export type Run = string | { readonly strong: string };
export type Sentence = readonly Run[];

/** What a text may mention. Days are written out in its language. */
export interface Words {
  readonly orderedOn: string;
  readonly validUntil: string;
  /** Where the code is entered: the host that the QR code opens. */
  readonly portalHost: string;
  readonly hotline: string;
}

/** The text of a letter with a code. The code itself is set by the template, once. */
export interface LetterText {
  readonly title: string;
  readonly opening: Sentence;
  readonly code: { readonly label: string; readonly hint: string; readonly alt: string };
  /** One or two ways to use the code, side by side. */
  readonly ways: readonly { readonly heading: string; readonly steps: readonly Sentence[] }[];
  readonly closing: readonly Sentence[];
}

export type LetterTexts = Readonly<Record<LetterLanguage, (words: Words) => LetterText>>;

const textsByPurpose: Partial<Record<LetterPurpose, LetterTexts>> = {
  registration: registrationTexts,
  device: deviceTexts,
  reset: resetTexts,
};

/** @throws Error when nobody has written a letter for this purpose */
export function letterText(purpose: LetterPurpose, language: LetterLanguage, words: Words): LetterText {
  const texts = textsByPurpose[purpose];
  if (!texts) throw new Error(`there is no text for letters of purpose ${purpose}`);
  return texts[language](words);
}
