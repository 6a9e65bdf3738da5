import { rmSync } from 'node:fs';
import { testConfig } from '@of/testing';
import { PasswordHasher } from './password-hasher';

const hasherWith = (overrides: Record<string, string> = {}) => {
  const config = testConfig('postgres://nobody@127.0.0.1/none', overrides);
  rmSync(config.DATA_DIR, { recursive: true }); // nothing is written here
  return new PasswordHasher(config);
};
const hasher = hasherWith();

describe('PasswordHasher', () => {
  it('S10 verifies the password and no other', async () => {
    const hash = await hasher.hash('Regenbogen-7-Fahrrad');
    expect(hash).toMatch(/^v1:\$2b\$04\$/);
    expect(await hasher.verify('Regenbogen-7-Fahrrad', hash)).toBe(true);
    expect(await hasher.verify('Regenbogen-7-fahrrad', hash)).toBe(false);
    expect(await hasher.hash('Regenbogen-7-Fahrrad')).not.toBe(hash);
  });

  it('S10 sees what differs behind the 72nd byte, and a NUL does not cut', async () => {
    const long = 'x'.repeat(127);
    const hash = await hasher.hash(`${long}A`);
    expect(await hasher.verify(`${long}A`, hash)).toBe(true);
    expect(await hasher.verify(`${long}B`, hash)).toBe(false);
    expect(await hasher.verify('ab\u0000cd', await hasher.hash('ab\u0000xy'))).toBe(false);
  });

  it('S10 needs the pepper: a stolen database alone verifies nothing', async () => {
    const stolen = await hasher.hash('Regenbogen-7-Fahrrad');
    const other = hasherWith({ PASSWORD_PEPPER: 'another-pepper-for-tests-only-0123456789' });
    expect(await other.verify('Regenbogen-7-Fahrrad', stolen)).toBe(false);
  });

  it('takes composed and decomposed letters for the same password', async () => {
    const hash = await hasher.hash('Ärger-7-Fußball'.normalize('NFC'));
    expect(await hasher.verify('Ärger-7-Fußball'.normalize('NFD'), hash)).toBe(true);
  });

  it('S14 says no without a stored hash, whatever is tried, after the same kind of work', async () => {
    expect(await hasher.verify('no account has this password', null)).toBe(false);
  });

  it('S10 calls a hash outdated when the work factor was raised', async () => {
    const hash = await hasher.hash('Regenbogen-7-Fahrrad');
    expect(hasher.isOutdated(hash)).toBe(false);
    expect(hasherWith({ PASSWORD_HASH_COST: '5' }).isOutdated(hash)).toBe(true);
  });
});
