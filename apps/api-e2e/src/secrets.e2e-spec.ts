import { codeOf, mailedCode, printedLetters, type RunningHouse, textedCode } from '@of/testing';
import { Caller } from './support/caller';
import { ERIKA, LENA, loggedIn, member, PASSWORD, registered, registration, settled } from './support/members';
import { startHouse } from './support/running-house';

const EMAIL = 'kanarienvogel@beispiel.example';
const MOBILE = '+4915199887766';
const NEW_PASSWORD = 'Leuchtturm_Kaffee.42';
const IBAN = 'DE89370400440532013000';
let house: RunningHouse;
const codes: string[] = [];
const cookies: string[] = [];

beforeAll(async () => {
  house = await startHouse({ hasClock: false });
  const erika = await member(house, ERIKA, EMAIL);
  codes.push(...printedLetters(house).map(codeOf), await mailedCode(house, EMAIL));
  await erika.put('/api/v1/me/mobile', { mobile: MOBILE, password: PASSWORD });
  codes.push(await textedCode(house, MOBILE));
  await erika.post('/api/v1/me/mobile/verification', { code: codes.at(-1) });
  await erika.put('/api/v1/me/password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
  cookies.push(...erika.cookies.values());

  // A person who does everything wrong: faults are where logs get talkative.
  const code = await registered(house, LENA);
  const lena = await loggedIn(house, LENA.kvnr);
  cookies.push(...lena.cookies.values());
  codes.push(code);
  await lena.post('/api/v1/session/activation', { code: code.slice(0, -1) });
  await lena.post('/api/v1/session/activation', { code, password: PASSWORD });
  await lena.post('/api/v1/session/activation', undefined, { raw: `{"code":"${code}"` });
  await lena.get(`/api/v1/session/activation?code=${code}`);
  await new Caller(house).get(`/freischalten/${code}?kvnr=${LENA.kvnr}&email=${EMAIL}`);
  await new Caller(house).post('/api/v1/registrations', registration({ kvnr: LENA.kvnr, role: PASSWORD }));
  await new Caller(house).post('/api/v1/session', { username: EMAIL, password: `${PASSWORD}x` });
  // A data error and a bug on purpose, in the middle of an act.
  await house.query(`ALTER TABLE identity.session RENAME TO session_away`);
  await new Caller(house).post('/api/v1/session', { username: EMAIL, password: NEW_PASSWORD }).catch(() => undefined);
  await house.query(`ALTER TABLE identity.session_away RENAME TO session`);
  await settled(house);
});
afterAll(() => house?.stop());

/** How often a needle stands in a text: as it is, without dashes, in hex as PostgreSQL prints bytes, in base64. */
function hits(text: string, needles: string[]): string[] {
  const forms = (needle: string) => [
    needle,
    needle.replace(/-/g, ''),
    Buffer.from(needle).toString('hex'),
    Buffer.from(needle.replace(/-/g, '')).toString('hex'),
    Buffer.from(needle).toString('base64').replace(/=+$/, ''),
  ];
  return needles.filter((needle) => forms(needle).some((form) => text.includes(form)));
}

/** Every row of every table of these schemas as text. */
async function dump(where: string): Promise<string> {
  const tables = await house.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND ${where}`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => house.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)),
  );
  return rows
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

/** Six figures alone would be found by chance inside ids and times. */
const longCodes = () => codes.filter((code) => code.length > 6);
const shortCodes = () => codes.filter((code) => code.length === 6);

describe('secrets', () => {
  it('were issued', () => {
    expect([longCodes().length, shortCodes().length, cookies.length]).toEqual([2, 2, 2]);
    expect(house.log.length).toBeGreaterThan(10_000);
  });

  it('S06 S60 stand in no line of the logs, nor do number, address, mobile number, IBAN or cookie', () => {
    const personal = [ERIKA.kvnr, LENA.kvnr, EMAIL, MOBILE, MOBILE.slice(3), IBAN, 'Königsbrücker', 'Muster"'];
    expect(hits(house.log, [...longCodes(), PASSWORD, NEW_PASSWORD, ...cookies, ...personal])).toEqual([]);
    for (const code of shortCodes()) expect(house.log).not.toMatch(new RegExp(`(?<![0-9a-f.-])${code}(?![0-9a-f-])`));
  });

  it('S06 S10 stand in no column of the database', async () => {
    const everything = await dump(`table_schema NOT IN ('pg_catalog', 'information_schema')`);
    expect(everything).toContain(ERIKA.kvnr); // the dump is a dump
    expect(hits(everything, [...longCodes(), PASSWORD, NEW_PASSWORD, ...cookies, IBAN])).toEqual([]);
    for (const code of shortCodes())
      expect(everything).not.toMatch(new RegExp(`(?<![0-9a-f.:$/-])${code}(?![0-9a-f-])`, 'i'));
  });

  it('S61 jobs and events carry ids only', async () => {
    const jobs = await dump(`table_schema = 'jobs' OR table_name IN ('outbox_event', 'audit_entry', 'counted_try')`);
    const [erika] = await house.query<{ id: string }>(`SELECT id FROM identity.account WHERE kvnr = $1`, [ERIKA.kvnr]);
    expect(jobs).toContain(erika?.id);
    expect(hits(jobs, [...longCodes(), ERIKA.kvnr, LENA.kvnr, EMAIL, MOBILE, PASSWORD, 'Muster', 'Erika'])).toEqual([]);
  });

  it('S06 the copies in print and mail folders belong to the process alone, and no secret is in a job file', () => {
    for (const letter of printedLetters(house)) expect(hits(JSON.stringify(letter), codes)).toEqual([]);
  });

  it('S57 the IBAN and the letter are sealed', async () => {
    const [row] = await house.query<{ iban: Buffer; letter: Buffer }>(
      `SELECT (SELECT iban_sealed FROM membership.bank_account LIMIT 1) AS iban, (SELECT content_sealed FROM letters.letter LIMIT 1) AS letter`,
    );
    expect(row?.iban.includes(IBAN)).toBe(false);
    expect(row?.letter.subarray(0, 200).includes('%PDF')).toBe(false);
  });
});
