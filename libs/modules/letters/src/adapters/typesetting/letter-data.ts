import type { LetterSheet } from '../../application/ports/typesetter';
import { dayInWords, frameData, unbroken, type FrameData } from './frame-data';
import { letterText, type LetterText } from './letter-texts';

/** What the template reads: everything in the words in which it is shown. */
export interface LetterData extends FrameData, Omit<LetterText, 'code' | 'title'> {
  readonly code: LetterText['code'] & { readonly value: string };
}

export function letterData(sheet: LetterSheet): LetterData {
  const { language, branding } = sheet;
  const text = letterText(sheet.purpose, language, {
    orderedOn: dayInWords(sheet.orderedOn, language),
    validUntil: dayInWords(sheet.validUntil, language),
    portalHost: sheet.portalHost,
    hotline: unbroken(branding.hotline.number),
  });
  return { ...text, ...frameData({ ...sheet, title: text.title }), code: { ...text.code, value: sheet.code } };
}
