import type { Category } from './submission';

export interface ReceiptPage {
  readonly position: number;
  /** Of the page as we keep it, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** What a receipt says; in canonical form (RFC 8785) it is what is signed. It names nobody. */
export interface ReceiptContent {
  readonly version: 1;
  readonly issuer: string;
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly category: Category;
  /** The person, by a number that only we can tell: no insurance number. */
  readonly person: string;
  readonly pageCount: number;
  readonly pages: readonly ReceiptPage[];
  readonly keyId: string;
}

export interface SignedReceipt {
  /** What was signed, byte for byte. */
  readonly text: string;
  /** Of the text, hexadecimal. */
  readonly sha256: string;
  /** Ed25519, 64 bytes. */
  readonly signature: Buffer;
  readonly keyId: string;
}
