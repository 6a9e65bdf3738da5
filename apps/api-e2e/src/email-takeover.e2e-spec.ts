import { codeOf, mailedCode, mailsTo, newestLetter, printedLetters, type RunningHouse, until } from '@of/testing';
import { Caller, type Answer } from './support/caller';
import { kvnrOf, member, memberLine, PASSWORD, settled } from './support/members';
import { releasedMember } from './support/released-member';
import { startHouse } from './support/running-house';

const NEW_PASSWORD = 'Leuchtturm-1-Kaffee';

let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers([701, 702, 703].map((number) => memberLine(number)));
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const person = (number: number) => ({ kvnr: kvnrOf(number), postalCode: '04109' });
const logIn = (username: string, password: string, browser = new Caller(house), trustBrowser = false) =>
  browser.post('/api/v1/session', { username, password, trustBrowser });
const undo = (token: string) => new Caller(house).post(`/api/v1/email-changes/${token}/undo`);
const orderCode = (username: string, channel: string) =>
  new Caller(house).post('/api/v1/password-resets', { username, channel });
const status = async (browser: Caller) => (await browser.get('/api/v1/session')).status;
const codesTo = (address: string) =>
  mailsTo(house, address).filter((mail) => mail.includes('Code für ein neues Passwort'));

/** The same session in the hands of somebody else. */
function stolen(browser: Caller): Caller {
  const thief = new Caller(house);
  thief.cookies.set('of_session', browser.cookies.get('of_session') ?? '');
  return thief;
}

const undoLink = (address: string) =>
  until(
    `the way back, mailed to ${address}`,
    () => /email-rueckgaengig#token=([\w-]{43})/.exec(mailsTo(house, address).join('\n'))?.[1],
  );

async function confirm(browser: Caller, address: string): Promise<Answer> {
  return browser.post('/api/v1/me/email/verification', { code: await mailedCode(house, address) });
}

describe('D7 a thief with a stolen session and the password takes the e-mail address', () => {
  it('without a device: the owner hears of it, takes it back, and the thief is out for good', async () => {
    const [kvnr, email, thiefs] = [kvnrOf(701), 'owner-701@beispiel.example', 'dieb-701@post.example'];
    const thief = stolen(await member(house, person(701), email));
    const known = new Caller(house);
    expect((await logIn(kvnr, PASSWORD, known, true)).status).toBe(200);
    expect(known.cookies.has('of_browser')).toBe(true);

    expect((await thief.put('/api/v1/me/email', { email: thiefs, password: PASSWORD })).status).toBe(202);
    expect((await confirm(thief, thiefs)).status).toBe(204);
    expect((await thief.get('/api/v1/me')).body['email']).toEqual({ value: thiefs, verified: true });
    const token = await undoLink(email);
    // What the thief still has in hand: another change under way, codes to the new address.
    expect((await thief.put('/api/v1/me/email', { email: `noch-${thiefs}`, password: PASSWORD })).status).toBe(202);
    const pending = await mailedCode(house, `noch-${thiefs}`);
    for (let n = 0; n < 3; n++) await orderCode(thiefs, 'email');
    await settled(house);
    expect(codesTo(thiefs)).toEqual([]);

    expect((await undo(token)).status).toBe(204);
    expect([await status(thief), await status(known)]).toEqual([401, 401]);
    expect((await thief.post('/api/v1/me/email/verification', { code: pending })).status).toBe(401);
    for (const [username, browser] of [
      [kvnr, new Caller(house)],
      [kvnr, known],
      [thiefs, known],
      [email, new Caller(house)],
    ] as const) {
      expect((await logIn(username, PASSWORD, browser)).body.code).toBe('login-failed');
    }
    for (const channel of ['email', 'mobile']) await orderCode(kvnr, channel);
    await settled(house);
    expect([codesTo(thiefs), codesTo(email)]).toEqual([[], []]);
    expect(mailsTo(house, email).join()).toContain('Ihre E-Mail-Adresse gilt wieder');

    // Three orders of the thief in this hour do not keep the letter from the owner.
    expect(printedLetters(house, kvnr)).toHaveLength(1);
    expect((await orderCode(email, 'post')).status).toBe(202);
    const code = codeOf(await newestLetter(house, kvnr, 2));
    const reset = { username: kvnr, code, newPassword: NEW_PASSWORD };
    expect((await new Caller(house).post('/api/v1/password-resets/completion', reset)).status).toBe(204);
    const owner = new Caller(house);
    expect((await logIn(email, NEW_PASSWORD, owner)).body).toMatchObject({ nextStep: null });
    expect((await owner.get('/api/v1/me')).body['email']).toEqual({ value: email, verified: true });
    expect((await logIn(kvnr, PASSWORD, known)).body.code).toBe('login-failed');
    expect((await logIn(thiefs, NEW_PASSWORD)).body.code).toBe('login-failed');
    expect((await undo(token)).body.code).toBe('link-used');
    expect(house.log).not.toContain(token);
  });

  it('with a device: nothing changes before its release, and “that was not me” puts the thief out', async () => {
    const email = 'owner-702@beispiel.example';
    const { browser, phone, kvnr } = await releasedMember(house, person(702), email);
    const thief = stolen(browser);
    const asked = await thief.put('/api/v1/me/email', { email: 'dieb-702@post.example', password: PASSWORD });
    expect(asked.body).toMatchObject({ action: 'email-change', status: 'pending' });
    await settled(house);
    expect(mailsTo(house, 'dieb-702@post.example')).toEqual([]);
    const [shown] = await phone.openApprovals();
    expect(shown).toMatchObject({ id: asked.body['id'], lines: [{ from: email, to: 'dieb-702@post.example' }] });
    expect((await phone.decline(shown as never, 'not-me')).status).toBe(200);
    expect(await status(thief)).toBe(401);
    // A stranger has to wait now, and would meet the phone again.
    expect((await logIn(kvnr, PASSWORD)).status).toBe(429);
  });

  it('with a device that released it by mistake: the owner takes it back, and only the phone lets in', async () => {
    const [email, thiefs] = ['owner-703@beispiel.example', 'dieb-703@post.example'];
    const { browser, phone, kvnr } = await releasedMember(house, person(703), email);
    const thief = stolen(browser);
    const asked = await thief.put('/api/v1/me/email', { email: thiefs, password: PASSWORD });
    expect((await phone.approve(asked.body)).status).toBe(200);
    expect((await confirm(thief, thiefs)).status).toBe(204);
    const next = await thief.put('/api/v1/me/mobile', { mobile: '0151 23456789', password: PASSWORD });
    expect(next.body).toMatchObject({ action: 'mobile-change', status: 'pending' });

    expect((await undo(await undoLink(email))).status).toBe(204);
    expect(await status(thief)).toBe(401);
    expect((await phone.approve(next.body)).body.code).toBe('approval-closed');
    expect((await logIn(thiefs, PASSWORD)).body.code).toBe('login-failed');
    expect((await logIn(kvnr, PASSWORD)).body.code).toBe('login-failed');
    await orderCode(kvnr, 'post');
    const code = codeOf(await newestLetter(house, kvnr, 2));
    const reset = { username: kvnr, code, newPassword: NEW_PASSWORD };
    expect((await new Caller(house).post('/api/v1/password-resets/completion', reset)).status).toBe(204);
    const owner = new Caller(house);
    const session = await logIn(email, NEW_PASSWORD, owner);
    expect(session.body).toMatchObject({ nextStep: 'approve-login', level: 'basic' });
    expect((await phone.approve(session.body['approval'] as never)).status).toBe(200);
    expect((await owner.get('/api/v1/me')).body['email']).toEqual({ value: email, verified: true });
  });
});
