import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { type PostalAddress } from '@of/membership';
import { Branding } from '@of/platform';
import type { Letter, LetterLanguage } from '../domain/letter';
import type { CodeContent } from './letter-composers';
import type { LetterSheet, Sender } from './ports/typesetter';

export interface SheetParts {
  readonly letter: Letter;
  readonly content: CodeContent;
  readonly recipient: PostalAddress;
  readonly date: string;
  readonly validUntil: string;
}

/** Puts together what stands on the sheet: the letter's own content below what every letter of the house carries. */
@Injectable()
export class Letterhead {
  constructor(private readonly branding: Branding) {}

  sheet({ letter, content, recipient, date, validUntil }: SheetParts): LetterSheet {
    return {
      letterId: letter.id,
      purpose: letter.purpose,
      language: letter.language,
      recipient,
      reference: letter.reference,
      date,
      orderedOn: String(DateOnly.fromInstant(letter.createdAt)),
      validUntil,
      code: content.code,
      codeUrl: content.codeUrl,
      portalHost: new URL(content.codeUrl).host,
      branding: senderOf(this.branding, letter.language),
    };
  }
}

/** Who sends: what of the branding stands on every sheet, in its language. */
export function senderOf(branding: Branding, language: LetterLanguage): Sender {
  const { insurerName, serviceName, hotline, email, website, address } = branding;
  return {
    insurerName,
    serviceName,
    ...address,
    hotline: { number: hotline.number, hours: hotline.hours[language] },
    email,
    website,
  };
}
