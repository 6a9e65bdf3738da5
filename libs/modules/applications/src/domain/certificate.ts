import type { Id } from '@of/kernel';

export type CertificateId = Id<'Certificate'>;

export const certificateKinds = ['membership', 'studies', 'employer', 'foreign-cover'] as const;

/** What a certificate confirms, and to whom it is meant to be shown. */
export type CertificateKind = (typeof certificateKinds)[number];

export const certificateLanguages = ['de', 'en'] as const;
export type CertificateLanguage = (typeof certificateLanguages)[number];

export const deliveries = ['download', 'post'] as const;
export type Delivery = (typeof deliveries)[number];

/** Cover as it is confirmed: a member of their own, or insured through a parent or spouse. */
export type CoverKind = 'member' | 'family';

/** A certificate as the house keeps it. */
export interface Certificate {
  readonly id: CertificateId;
  readonly kind: CertificateKind;
  readonly language: CertificateLanguage;
  readonly delivery: Delivery;
  /** Printed on it, for questions on the phone, e.g. `B-7KQ4M-2TX9H`. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly createdAt: Date;
  readonly verificationCode: string;
}
