import { readQrContent } from './qr-content';

const ID = '019306a1-7c1e-7000-8000-000000000003';

describe('a scanned QR code', () => {
  it.each([
    'https://onlinefiliale.example/freischalten#code=ABCD-EFGH-JKMY',
    'http://localhost:3001/einrichten#code=ABCD-EFGH-JKMY',
    'ABCD-EFGH-JKMY',
  ])('gives the code of the letter from %p', (text) => {
    expect(readQrContent(text)).toEqual({ kind: 'code', code: 'ABCD-EFGH-JKMY' });
  });

  it('gives the transfer of the portal', () => {
    expect(readQrContent(`https://freigabe.example/geraet#transfer=${ID}`)).toEqual({
      kind: 'transfer',
      transferId: ID,
    });
  });

  it.each([
    'https://example.org/',
    'https://example.org/#code=ABCD',
    'WIFI:S:Netz;T:WPA;P:geheim;;',
    'https://onlinefiliale.example/freischalten#code=ABCD-EFGH-JKM8',
    '#transfer=../../me/devices',
    `#device=${ID}`,
    '',
  ])('takes %p for a foreign one', (text) => expect(readQrContent(text)).toBeNull());
});
