import { type Recipient, type Sender } from '@of/letters';
import type { CertificateKind, CertificateLanguage, CoverKind } from '../../domain/certificate';

/** Everything that stands on a certificate. Days are `YYYY-MM-DD`. */
export interface CertificateSheet {
  readonly kind: CertificateKind;
  readonly language: CertificateLanguage;
  readonly recipient: Recipient;
  readonly person: { readonly name: string; readonly dateOfBirth: string; readonly kvnr: string };
  readonly cover: { readonly kind: CoverKind; readonly from: string; readonly to: string | null };
  readonly number: string;
  readonly issuedOn: string;
  /** In groups, as it is printed. */
  readonly code: string;
  /** Page on which anybody may check it; it stands behind the QR code. */
  readonly verificationUrl: string;
  readonly sender: Sender;
}

/** Port: turns the content of a certificate into a PDF that may be downloaded or posted as it is. */
export abstract class CertificatePress {
  /** @throws CertificateNotPrintable */
  abstract set(sheet: CertificateSheet): { pdf: Buffer; pages: number };
}
