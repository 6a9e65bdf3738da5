import { Injectable } from '@nestjs/common';
import { publicKeyPem } from '@of/platform';
import { ReceiptKeyRepository } from '../persistence/receipt-key.repository';
import { ReceiptSigner } from './receipt-signer';

export interface PublishedKey {
  readonly keyId: string;
  readonly pem: string;
  /** The one that signs today. */
  readonly isCurrent: boolean;
}

/** Every public key that a receipt may name: the one of today first, then those of former days. */
@Injectable()
export class ListReceiptKeys {
  constructor(
    private readonly keys: ReceiptKeyRepository,
    private readonly signer: ReceiptSigner,
  ) {}

  async execute(): Promise<PublishedKey[]> {
    const { key } = this.signer;
    const former = (await this.keys.list()).filter(({ id }) => id !== key.id);
    return [
      { keyId: key.id, pem: publicKeyPem(key.publicKey), isCurrent: true },
      ...former.map(({ id, publicKey }) => ({ keyId: id, pem: publicKeyPem(publicKey), isCurrent: false })),
    ];
  }
}
