import { join } from 'node:path';
import { TypstPress } from '@of/letters';
import { ReceiptPress, type ReceiptSheet } from '../../application/ports/receipt-press';
import { receiptData } from './receipt-data';

/** Sets receipts with Typst, on the sheet of the house. */
export class TypstReceiptPress extends ReceiptPress {
  private readonly press = new TypstPress(join(__dirname, 'receipt.typ'));

  set(sheet: ReceiptSheet): { pdf: Buffer; pages: number } {
    return this.press.set({ data: receiptData(sheet), codeUrl: sheet.verificationUrl });
  }
}
