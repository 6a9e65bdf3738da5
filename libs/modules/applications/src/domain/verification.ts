import { certificateKinds, type CertificateKind } from './certificate';

export const verificationKinds = [...certificateKinds, 'receipt'] as const;
export type VerificationKind = CertificateKind | 'receipt';

export const validities = ['valid', 'no-longer-valid'] as const;
export type Validity = (typeof validities)[number];

/** What anybody may know who holds a code: nothing that names a person or says anything about their health. */
export interface Verification {
  readonly kind: VerificationKind;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly validity: Validity;
  /** First day on which it no longer held; null while it holds. */
  readonly invalidFrom: string | null;
  readonly receipt: VerifiedReceipt | null;
}

/** To compare with a receipt in hand. */
export interface VerifiedReceipt {
  readonly number: string;
  readonly receivedAt: Date;
  readonly pages: number;
  /** Of the signed text, hexadecimal. */
  readonly sha256: string;
  readonly keyId: string;
}
