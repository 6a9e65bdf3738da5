import { rmSync } from 'node:fs';
import { testConfig } from '@of/testing';
import { keyedHash } from './keyed-hash';
import { Sealer, type SealContext } from './sealer';

const sealerWith = (fill: number) => {
  const config = testConfig('postgres://nobody@127.0.0.1/none', {
    MASTER_KEY: Buffer.alloc(32, fill).toString('base64'),
  });
  rmSync(config.DATA_DIR, { recursive: true }); // nothing is written here
  return new Sealer(config);
};
const sealer = sealerWith(7);
const row = (id: string): SealContext => `membership.bank_account.iban:${id}` as SealContext;

describe('Sealer', () => {
  it('S57 opens what it sealed, text and bytes', () => {
    expect(sealer.open(sealer.seal('DE89370400440532013000', row('1')), row('1')).toString()).toBe(
      'DE89370400440532013000',
    );
    const bytes = Buffer.from([0, 255, 1]);
    expect(sealer.open(sealer.seal(bytes, row('1')), row('1'))).toEqual(bytes);
    expect(sealer.open(sealer.seal('', row('1')), row('1'))).toHaveLength(0);
  });

  it('S57 never seals the same way twice and hides the content', () => {
    const [one, two] = [
      sealer.seal('DE89370400440532013000', row('1')),
      sealer.seal('DE89370400440532013000', row('1')),
    ];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('DE89')).toBe(false);
  });

  it('S57 refuses a value swapped between rows or columns', () => {
    const sealed = sealer.seal('DE89370400440532013000', row('1'));
    expect(() => sealer.open(sealed, row('2'))).toThrow();
    expect(() => sealer.open(sealed, 'letters.letter.content_sealed:1')).toThrow();
  });

  it('S57 refuses every flipped bit and every truncation', () => {
    const sealed = sealer.seal('geheim', row('1'));
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] as number) ^ 1;
      expect(() => sealer.open(altered, row('1'))).toThrow();
      expect(() => sealer.open(sealed.subarray(0, at), row('1'))).toThrow();
    }
  });

  it('S57 says when a value was sealed with another key', () => {
    expect(() => sealerWith(8).open(sealer.seal('geheim', row('1')), row('1'))).toThrow('unknown key');
  });
});

describe('keyedHash', () => {
  it('differs by secret, purpose and value', () => {
    const hashes = [
      keyedHash('secret', 'throttle', 'a'),
      keyedHash('secret', 'code', 'a'),
      keyedHash('other', 'throttle', 'a'),
      keyedHash('secret', 'throttle', 'b'),
    ].map((hash) => hash.toString('hex'));
    expect(new Set(hashes).size).toBe(4);
  });
});
