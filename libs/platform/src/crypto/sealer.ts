import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config';

const VERSION = 1;
const HEADER = 1 + 4 + 12;

/** What a sealed value belongs to: `schema.table.column:rowId`. A value moved to another row no longer opens. */
export type SealContext = `${string}.${string}.${string}:${string}`;

const idOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest().subarray(0, 4);

/**
 * Seals column values with AES-256-GCM.
 * Layout: version (1 byte) · key id (4) · nonce (12) · ciphertext · tag (16). The context is authenticated, not stored.
 */
@Injectable()
export class Sealer {
  private readonly key: Buffer;
  private readonly keyId: Buffer;
  /** Today's key and the former ones, by their ids: what was sealed before a change still opens. */
  private readonly keys: ReadonlyMap<string, Buffer>;
  private nonces = Buffer.alloc(0);

  constructor(config: AppConfig) {
    this.key = Buffer.from(config.MASTER_KEY, 'base64');
    this.keyId = idOf(this.key);
    const former = (config.FORMER_MASTER_KEYS ?? '').split(',').filter(Boolean);
    const all = [this.key, ...former.map((key) => Buffer.from(key, 'base64'))];
    this.keys = new Map(all.map((key) => [idOf(key).toString('hex'), key]));
  }

  /** Whether a value was sealed with today's key. */
  isCurrent(sealed: Buffer): boolean {
    return sealed.subarray(1, 5).equals(this.keyId);
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
    const key = this.keys.get(sealed.subarray(1, 5).toString('hex'));
    if (!key) throw new Error('sealed with an unknown key');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(5, HEADER))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(sealed.length - 16));
    return Buffer.concat([decipher.update(sealed.subarray(HEADER, sealed.length - 16)), decipher.final()]);
  }
}
