import { type Sender } from '@of/letters';
import type { ReceiptPage } from '../../domain/receipt';

/** Everything that stands on a receipt. */
export interface ReceiptSheet {
  readonly language: 'de' | 'en';
  readonly number: string;
  readonly receivedAt: Date;
  /** The category in words. */
  readonly title: string;
  readonly pageCount: number;
  readonly pages: readonly ReceiptPage[];
  readonly sha256: string;
  /** Base64. */
  readonly signature: string;
  readonly keyId: string;
  /** In groups, as it is printed. */
  readonly code: string;
  readonly verificationUrl: string;
  readonly sender: Sender;
}

/** Port: turns a receipt into a PDF. */
export abstract class ReceiptPress {
  abstract set(sheet: ReceiptSheet): { pdf: Buffer; pages: number };
}
