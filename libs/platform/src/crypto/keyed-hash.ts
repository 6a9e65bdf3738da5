import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 with a purpose in front, so that equal inputs of different purposes never share a hash. */
export function keyedHash(secret: string, purpose: string, value: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${value}`).digest();
}
