import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';

export interface ReceiptKey {
  readonly id: string;
  readonly publicKey: Buffer;
}

/** Public keys that have signed receipts. */
@Injectable()
export class ReceiptKeyRepository {
  constructor(private readonly database: Database) {}

  /** Before its first signature leaves the house. */
  async remember(tx: Tx, key: ReceiptKey): Promise<void> {
    await tx.query(
      `INSERT INTO applications.receipt_key (id, public_key) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING`,
      [key.id, key.publicKey],
    );
  }

  /** Newest first. */
  list(): Promise<ReceiptKey[]> {
    return this.database.read<ReceiptKey>(
      'applications.receipt-keys',
      `SELECT id, public_key AS "publicKey" FROM applications.receipt_key ORDER BY first_used_at DESC, id`,
    );
  }
}
