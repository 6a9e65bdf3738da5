import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, Branding, keyedHash, SigningKey } from '@of/platform';
import canonicalize from 'canonicalize';
import type { ReceiptContent, SignedReceipt } from '../domain/receipt';

/** Signs that something arrived, so that it can be proven offline and years later. */
@Injectable()
export class ReceiptSigner {
  readonly key: SigningKey;

  constructor(
    private readonly config: AppConfig,
    private readonly branding: Branding,
  ) {
    this.key = new SigningKey(config.RECEIPT_SIGNING_KEY);
  }

  /** @param receipt what arrived; whose it is stands in it as a number that leads nowhere */
  sign(subject: string, receipt: Omit<ReceiptContent, 'version' | 'issuer' | 'person' | 'keyId'>): SignedReceipt {
    const content: ReceiptContent = {
      version: 1,
      issuer: this.branding.insurerName,
      person: keyedHash(this.config.CODE_PEPPER, 'receipt-person', subject).toString('hex').slice(0, 32),
      keyId: this.key.id,
      ...receipt,
    };
    const text = canonicalize(content) as string;
    return {
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
      signature: this.key.sign(text),
      keyId: this.key.id,
    };
  }
}
