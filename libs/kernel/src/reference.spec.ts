import { randomBytes } from 'node:crypto';
import { newReference } from './reference';

describe('newReference', () => {
  it('is a prefix and ten symbols in two groups', () => {
    expect(newReference('DA', () => Uint8Array.from([0, 1, 2, 3, 4, 250, 251, 252, 253, 254]))).toBe('DA-01234-TVWXY');
  });

  it('does not repeat itself', () => {
    const made = Array.from({ length: 1_000 }, () => newReference('DA', randomBytes));
    expect(new Set(made).size).toBe(1_000);
  });
});
