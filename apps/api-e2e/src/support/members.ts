import { codeOf, mailedCode, newestLetter, type RunningHouse, until } from '@of/testing';
import { Caller } from './caller';
import { TERMS_VERSION } from './running-house';

export const PASSWORD = 'Regenbogen-7-Fahrrad';
export const ERIKA = { kvnr: 'A123456780', postalCode: '01099' };
export const MAX_ENDED = { kvnr: 'T555558879', postalCode: '04109' };
export const MIA_CHILD = { kvnr: 'C000500021', postalCode: '01099' };
export const AYLIN = { kvnr: 'Z123456783', postalCode: '10115' };
export const LENA = { kvnr: 'X110407071', postalCode: '80331' };

/** Body of a registration. */
export function registration(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...ERIKA, password: PASSWORD, termsVersion: TERMS_VERSION, privacyVersion: TERMS_VERSION, ...changes };
}

export const consents = {
  documents: [
    { kind: 'terms', version: TERMS_VERSION },
    { kind: 'privacy', version: TERMS_VERSION },
  ],
};

/** KVNR with a right check digit for a running number. */
export function kvnrOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  const sum = [...`13${digits}`].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `M${digits}${sum % 10}`;
}

/** A line of the import: an adult in Leipzig with running cover. */
export function memberLine(number: number): { kvnr: string } & Record<string, unknown> {
  return {
    externalId: `P-${9_000_000 + number}`,
    kvnr: kvnrOf(number),
    givenName: 'Kim',
    familyName: `Beispiel ${number}`,
    dateOfBirth: '1980-05-17',
    address: { street: 'Lindenweg', houseNumber: '3', postalCode: '04109', city: 'Leipzig', country: 'DE' },
    email: null,
    phone: null,
    bankAccount: null,
    insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'member' }],
  };
}

export async function loggedIn(
  house: RunningHouse,
  username: string,
  password = PASSWORD,
  address?: string,
): Promise<Caller> {
  const caller = new Caller(house, address);
  const answer = await caller.post('/api/v1/session', { username, password });
  if (answer.status !== 200) throw new Error(`log in: ${answer.status} ${answer.text}`);
  return caller;
}

/** Registers, and waits for the letter. */
export async function registered(house: RunningHouse, person: { kvnr: string; postalCode: string }): Promise<string> {
  const { kvnr, postalCode } = person;
  const answer = await new Caller(house).post('/api/v1/registrations', registration({ kvnr, postalCode }));
  if (answer.status !== 202) throw new Error(`register: ${answer.status} ${answer.text}`);
  return codeOf(await newestLetter(house, person.kvnr));
}

/** Goes the whole way from registration to the home page. */
export async function member(
  house: RunningHouse,
  person: { kvnr: string; postalCode: string },
  email: string,
): Promise<Caller> {
  const code = await registered(house, person);
  const caller = await loggedIn(house, person.kvnr);
  const steps: [string, string, unknown][] = [
    ['POST', '/api/v1/session/activation', { code }],
    ['POST', '/api/v1/session/consents', consents],
    ['PUT', '/api/v1/me/email', { email, password: PASSWORD }],
  ];
  for (const step of steps) await expectOk(caller, ...step);
  await expectOk(caller, 'POST', '/api/v1/me/email/verification', { code: await mailedCode(house, email) });
  await expectOk(caller, 'PUT', '/api/v1/me/mobile', { mobile: null, password: PASSWORD });
  return caller;
}

async function expectOk(caller: Caller, method: string, path: string, body: unknown): Promise<void> {
  const answer = await caller.call(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
}

/** Waits until nothing is on its way any more. */
export async function settled(house: RunningHouse): Promise<void> {
  await until('the outbox is empty', async () => {
    const [row] = await house.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM platform.outbox_event WHERE done_at IS NULL AND dead_at IS NULL`,
    );
    return row?.open === 0;
  });
}
