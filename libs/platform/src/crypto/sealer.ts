import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config';

const VERSION = 1;
const HEADER = 1 + 4 + 12;

/** What a sealed value belongs to: `schema.table.column:rowId`. A value moved to another row no longer opens. */
export type SealContext = `${string}.${string}.${string}:${string}`;

/**
 * Seals column values with AES-256-GCM.
 * Layout: version (1 byte) · key id (4) · nonce (12) · ciphertext · tag (16). The context is authenticated, not stored.
 */
@Injectable()
export class Sealer {
  private readonly key: Buffer;
  private readonly keyId: Buffer;
  private nonces = Buffer.alloc(0);

  constructor(config: AppConfig) {
    this.key = Buffer.from(config.MASTER_KEY, 'base64');
    this.keyId = createHash('sha256').update(this.key).digest().subarray(0, 4);
  }

  seal(plaintext: Buffer | string, context: SealContext): Buffer {
    const nonce = this.nonce();
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plaintext as Buffer), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), this.keyId, nonce, body, cipher.getAuthTag()]);
  }

  /** Random nonces are drawn from the system in larger portions: a call each would dominate the import. */
  private nonce(): Buffer {
    if (this.nonces.length < 12) this.nonces = randomBytes(12 * 256);
    const nonce = this.nonces.subarray(0, 12);
    this.nonces = this.nonces.subarray(12);
    return nonce;
  }

  /** @throws Error when the value was altered, belongs to another context or was sealed with another key */
  open(sealed: Buffer, context: SealContext): Buffer {
    if (sealed.length < HEADER + 16 || sealed[0] !== VERSION) throw new Error('not a sealed value');
    if (!sealed.subarray(1, 5).equals(this.keyId)) throw new Error('sealed with an unknown key');
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(5, HEADER))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(sealed.length - 16));
    return Buffer.concat([decipher.update(sealed.subarray(HEADER, sealed.length - 16)), decipher.final()]);
  }
}
