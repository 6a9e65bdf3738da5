import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** PKCS#8 of an Ed25519 key up to its 32 bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs with Ed25519 (RFC 8032). What was signed can be checked offline with the public half, years later. */
export class SigningKey {
  private readonly privateKey: KeyObject;
  /** 32 bytes. */
  readonly publicKey: Buffer;
  /** First 16 figures of the SHA-256 of the public key, hexadecimal. */
  readonly id: string;

  /** @param seed 32 bytes in base64 */
  constructor(seed: string) {
    const der = Buffer.concat([PKCS8_HEAD, Buffer.from(seed, 'base64')]);
    this.privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
    this.id = createHash('sha256').update(this.publicKey).digest('hex').slice(0, 16);
  }

  /** 64 bytes. */
  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.privateKey);
  }
}

/** SPKI of an Ed25519 key up to its 32 bytes (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key as programs such as openssl read it. */
export function publicKeyPem(publicKey: Buffer): string {
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
  return key.export({ format: 'pem', type: 'spki' }).toString();
}
