import type { LetterLanguage, LetterId, LetterPurpose } from '../../domain/letter';

export interface Recipient {
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface Sender {
  readonly insurerName: string;
  readonly serviceName: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly hotline: { readonly number: string; readonly hours: string };
  readonly email: string;
  readonly website: string;
}

/** Everything that stands in a letter. Days are `YYYY-MM-DD`. */
export interface LetterSheet {
  readonly letterId: LetterId;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly recipient: Recipient;
  readonly reference: string;
  readonly date: string;
  readonly orderedOn: string;
  readonly validUntil: string;
  /** `XXXX-XXXX-XXXX`. */
  readonly code: string;
  /** Address behind the QR code. */
  readonly codeUrl: string;
  readonly portalHost: string;
  readonly branding: Sender;
}

/** Port: turns the content of a letter into a PDF. */
export abstract class Typesetter {
  abstract typeset(sheet: LetterSheet): { pdf: Buffer; pages: number } | Promise<{ pdf: Buffer; pages: number }>;
}
