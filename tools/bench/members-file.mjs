import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const givenNames = ['Anna', 'Jürgen', 'Mehmet', 'Sophie', 'Łukasz', 'Maria', 'Paul', 'Zoë'];
const familyNames = ['Müller', 'Schmidt', 'Yılmaz', 'Weiß', 'Nowak', 'Krämer', 'von der Heide', 'Öztürk'];
const places = [
  ['01099', 'Dresden'],
  ['04109', 'Leipzig'],
  ['10115', 'Berlin'],
  ['80331', 'München'],
];

/** @type {(digits: string) => number} */
const checkDigit = (digits) =>
  [...digits].reduce((sum, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (product > 9 ? product - 9 : product);
  }, 0) % 10;

/** @type {(number: number) => string} */
function kvnrOf(number) {
  // Spread over the alphabet and the digits, as real numbers are: neighbours in the file are none in the index.
  const letter = (number % 26) + 1;
  const digits = String((number * 7_919) % 100_000_000).padStart(8, '0');
  const rank = String(letter).padStart(2, '0');
  return `${String.fromCharCode(64 + letter)}${digits}${checkDigit(rank + digits)}`;
}

/** @type {(number: number) => string} */
function ibanOf(number) {
  const account = `37040044${String(number).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

/**
 * One line of the import. Every fourth person is insured through the one before, every third changed from family to
 * own cover.
 * @param {number} number from 1
 * @returns {string}
 */
export function memberLine(number) {
  const externalId = `P-${10_000_000 + number}`;
  const [postalCode, city] = /** @type {[string, string]} */ (places[number % places.length]);
  const givenName = givenNames[number % givenNames.length];
  const familyName = familyNames[(number >> 3) % familyNames.length];
  const isFamily = number % 4 === 0;
  const own = { from: '2015-04-01', to: null, kind: 'member' };
  const through = { kind: 'family', mainMemberExternalId: `P-${10_000_000 + number - 1}` };
  const insurancePeriods = isFamily
    ? [{ from: '2012-05-03', to: null, ...through }]
    : number % 3 === 0
      ? [{ from: '1999-01-01', to: '2015-03-31', ...through }, own]
      : [own];
  return JSON.stringify({
    externalId,
    kvnr: kvnrOf(number),
    givenName,
    familyName,
    dateOfBirth: `${1940 + (number % 70)}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    address: {
      street: 'Königsbrücker Straße',
      houseNumber: String(1 + (number % 200)),
      postalCode,
      city,
      country: 'DE',
    },
    email: null,
    phone: number % 2 ? `0351 ${100_000 + number}` : null,
    bankAccount: isFamily ? null : { iban: ibanOf(number), accountHolder: `${givenName} ${familyName}` },
    insurancePeriods,
  });
}

/**
 * @param {string} file
 * @param {number} lines
 */
export async function writeMembers(file, lines) {
  const stream = createWriteStream(file);
  for (let number = 1; number <= lines; number += 1_000) {
    let text = '';
    for (let n = number; n < Math.min(number + 1_000, lines + 1); n++) text += `${memberLine(n)}\n`;
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}
