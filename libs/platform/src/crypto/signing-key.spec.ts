import { createPublicKey, verify } from 'node:crypto';
import { publicKeyPem, SigningKey } from './signing-key';

// RFC 8032, 7.1, test 2.
const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex').toString('base64');
const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';

it('derives the public half', () => {
  expect(new SigningKey(seed).publicKey.toString('hex')).toBe(publicKey);
});

it('signs as RFC 8032 has it', () => {
  expect(new SigningKey(seed).sign('r').toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
});

it('gives a public key that checks its signatures, and no other text', () => {
  const key = new SigningKey(Buffer.alloc(32, 3).toString('base64'));
  const pem = createPublicKey(publicKeyPem(key.publicKey));
  const signature = key.sign('Grüße');
  expect(verify(null, Buffer.from('Grüße'), pem, signature)).toBe(true);
  expect(verify(null, Buffer.from('Grüsse'), pem, signature)).toBe(false);
});

it('names keys by what they are', () => {
  const [one, other] = [1, 2].map((byte) => new SigningKey(Buffer.alloc(32, byte).toString('base64')));
  expect(one?.id).toMatch(/^[0-9a-f]{16}$/);
  expect(one?.id).not.toBe(other?.id);
});
