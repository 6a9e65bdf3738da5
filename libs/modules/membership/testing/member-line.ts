import { Readable } from 'node:stream';

/** A valid line of the import, with the given fields replaced. */
export function memberLine(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    externalId: 'P-1000001',
    kvnr: 'A123456780',
    givenName: 'Erika',
    familyName: 'Muster',
    dateOfBirth: '1984-08-12',
    address: { street: 'Königsbrücker Straße', houseNumber: '7a', postalCode: '01099', city: 'Dresden', country: 'DE' },
    email: null,
    phone: null,
    bankAccount: { iban: 'DE89370400440532013000', accountHolder: 'Erika Muster' },
    insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'member' }],
    ...changes,
  };
}

export function ndjson(...lines: (Record<string, unknown> | string)[]): AsyncIterable<Buffer> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return Readable.from([Buffer.from(text)]);
}

/** KVNR with a right check digit for a running number. */
export function kvnrOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  const sum = [...`13${digits}`].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `M${digits}${sum % 10}`;
}
