import { createECDH } from 'node:crypto';

/** The key pair that signs pushes (RFC 8292), each half in base64url as browsers and push services want it. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The public half follows from the private one, so the two can never differ.
 * @param privateKey 32 bytes in base64 or base64url
 * @throws Error when it is no key of the curve P-256
 */
export function vapidKeysOf(privateKey: string): VapidKeys {
  const key = Buffer.from(privateKey, 'base64');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(key);
  return { publicKey: ecdh.getPublicKey('base64url'), privateKey: key.toString('base64url') };
}

export function isVapidKey(privateKey: string): boolean {
  try {
    vapidKeysOf(privateKey);
    return true;
  } catch {
    return false;
  }
}
