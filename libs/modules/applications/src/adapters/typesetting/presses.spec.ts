import { execFileSync } from 'node:child_process';
import type { CertificateSheet } from '../../application/ports/certificate-press';
import type { ReceiptSheet } from '../../application/ports/receipt-press';
import { certificateKinds } from '../../domain/certificate';
import { TypstCertificatePress } from './typst-certificate-press';
import { TypstReceiptPress } from './typst-receipt-press';

const sender = {
  insurerName: 'Musterkasse',
  serviceName: 'Onlinefiliale',
  street: 'Musterallee',
  houseNumber: '1',
  postalCode: '01067',
  city: 'Dresden',
  hotline: { number: '030 23125 117', hours: 'Rund um die Uhr' },
  email: 'service@musterkasse.example',
  website: 'https://www.musterkasse.example',
};
const recipient = {
  name: 'Erika Muster',
  street: 'Königsbrücker Straße',
  houseNumber: '7a',
  postalCode: '01099',
  city: 'Dresden',
  country: 'DE',
};
const CODE = '7KQ4-M2TX-9HRW-0000-ABCD';
const certificate = (changes: Partial<CertificateSheet> = {}): CertificateSheet => ({
  kind: 'membership',
  language: 'de',
  recipient,
  person: { name: 'Mia Muster', dateOfBirth: '2017-05-03', kvnr: 'C000500021' },
  cover: { kind: 'member', from: '2015-04-01', to: null },
  number: 'B-7KQ4M-2TX9H',
  issuedOn: '2026-11-26',
  code: CODE,
  verificationUrl: `https://onlinefiliale.example/pruefen/${CODE}`,
  sender,
  ...changes,
});
const hash = (index: number): string => index.toString(16).padStart(64, '0');
const receipt = (pages: number): ReceiptSheet => ({
  language: 'de',
  number: 'D-7KQ4M-2TX9H',
  receivedAt: new Date('2026-11-26T13:07:09Z'),
  title: 'Krankmeldung',
  pageCount: pages,
  pages: Array.from({ length: pages }, (_, index) => ({
    position: index + 1,
    sha256: hash(index + 1),
    mediaType: 'image/jpeg',
    bytes: 1,
  })),
  sha256: hash(255),
  signature: Buffer.alloc(64, 7).toString('base64'),
  keyId: '1f6a0c5e9b7d2a48',
  code: CODE,
  verificationUrl: `https://onlinefiliale.example/pruefen/${CODE}`,
  sender,
});

const read = (tool: string, args: string[], pdf: Buffer): string =>
  execFileSync(tool, args, { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
const textOf = (pdf: Buffer): string => read('pdftotext', ['-raw', '-', '-'], pdf).replace(/\s+/g, ' ');
const certificates = new TypstCertificatePress();
const receipts = new TypstReceiptPress();

function inOrder(text: string, parts: string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
}

describe.each(certificateKinds)('a certificate for %s', (kind) => {
  it.each(['de', 'en'] as const)('is one tagged page in %s that reads in order', (language) => {
    const { pdf, pages } = certificates.set(certificate({ kind, language }));
    expect(pages).toBe(1);
    const facts = read('pdfinfo', ['-'], pdf);
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(read('pdfinfo', ['-meta', '-'], pdf)).toMatch(/pdfuaid:part[>="]+1/);
    expect(pdf.toString('latin1')).toContain(`/Lang (${language})`);
    inOrder(textOf(pdf), [
      'Erika Muster',
      'B-7KQ4M-2TX9H',
      /^Title:\s+(.*)$/m.exec(facts)?.[1] as string,
      'Mia Muster',
      { de: '3. Mai 2017', en: '3 May 2017' }[language],
      { de: '1. April 2015', en: '1 April 2015' }[language],
      CODE,
    ]);
  });
});

it('names the insurance number only to whom it says something', () => {
  const named = certificateKinds.filter((kind) =>
    textOf(certificates.set(certificate({ kind })).pdf).includes('C000500021'),
  );
  expect(named).toEqual(['membership', 'foreign-cover']);
});

it('says how long a family member and a cover that ends are insured', () => {
  const cover = { kind: 'family', from: '2017-05-03', to: '2026-12-31' } as const;
  const text = textOf(certificates.set(certificate({ cover })).pdf);
  expect(text).toContain('Versicherungsbescheinigung');
  inOrder(text, ['familienversichert', 'Versichert seit', 'Versichert bis', '31. Dezember 2026']);
  expect(textOf(certificates.set(certificate()).pdf)).not.toContain('Versichert bis');
});

it('a name is text, never markup, and one that cannot be printed is refused without a word of it', () => {
  const name = '#panic("x") *fett* $a$';
  const person = { ...certificate().person, name };
  expect(textOf(certificates.set(certificate({ person })).pdf)).toContain(name);
  const unprintable = certificate({ person: { ...person, name: '李小龍 Geheim' } });
  expect(() => certificates.set(unprintable)).toThrow('certificate-not-printable');
});

it('a receipt is tagged, reads in order and holds the whole signature', () => {
  const { pdf } = receipts.set(receipt(2));
  expect(read('pdfinfo', ['-'], pdf)).toMatch(/^Tagged:\s+yes$/m);
  const text = textOf(pdf);
  inOrder(text, [
    'Eingangsbestätigung',
    'Vorgangsnummer D-7KQ4M-2TX9H',
    '26. November 2026, 14:07:09',
    'Krankmeldung',
    hash(1),
    hash(2),
    CODE,
    hash(255),
  ]);
  expect(text).toContain(Buffer.alloc(64, 7).toString('base64'));
});

it('a receipt of 50 files names them all and the footer once', () => {
  const { pdf, pages } = receipts.set(receipt(50));
  expect(pages).toBeGreaterThan(1);
  const text = textOf(pdf);
  for (let index = 1; index <= 50; index++) expect(text).toContain(hash(index));
});

it('gives the same bytes for the same sheet', () => {
  expect(certificates.set(certificate()).pdf.equals(certificates.set(certificate()).pdf)).toBe(true);
  expect(receipts.set(receipt(3)).pdf.equals(receipts.set(receipt(3)).pdf)).toBe(true);
});
