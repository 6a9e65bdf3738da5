import {
  codeOf,
  letterText,
  mailedCode,
  mailsTo,
  newestLetter,
  printedLetters,
  type RunningHouse,
  textedCode,
  until,
} from '@of/testing';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Caller } from './support/caller';
import { consents, ERIKA, loggedIn, PASSWORD, registration } from './support/members';
import { TERMS_VERSION, startHouse } from './support/running-house';

const EMAIL = 'erika.muster@beispiel.example';
const NEW_PASSWORD = 'Leuchtturm_Kaffee.42';
let house: RunningHouse;
let erika: Caller;
let code: string;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house?.stop());

/** One member's way, in the order it happens. */
describe('from registration to logging out', () => {
  it('A5 shows terms and privacy notice before', async () => {
    const anybody = new Caller(house);
    const { body } = await anybody.get('/api/v1/legal-documents');
    expect(body).toMatchObject({
      items: [{ kind: 'terms', version: TERMS_VERSION, current: true }, { kind: 'privacy' }],
    });
    const [terms] = body['items'] as { contentUrl: string }[];
    expect((await anybody.get((terms as { contentUrl: string }).contentUrl)).body).toMatchObject({
      kind: 'terms',
      language: 'de',
    });
    expect((await anybody.get('/api/v1/branding')).body).toMatchObject({
      insurerName: 'Musterkasse',
      hotline: { number: '030 23125 117' },
    });
    expect((await anybody.get('/api/v1/faqs')).body['groups']).toHaveLength(5);
  });

  it('B9 registers and answers 202 with the day of the letter', async () => {
    const answer = await new Caller(house).post('/api/v1/registrations', registration());
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ letterExpectedBy: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });

  it('B9 writes one letter whose text holds the code once and whose job file holds none', async () => {
    const letter = await newestLetter(house, ERIKA.kvnr);
    code = codeOf(letter);
    const text = letterText(letter);
    expect(text).toContain('Erika Muster');
    expect(text).toMatch(/Königsbrücker Straße 7a\s/);
    expect(text).toMatch(/01099 Dresden/);
    expect(Object.keys(letter).sort()).toEqual([
      'createdAt',
      'externalId',
      'kvnr',
      'letterId',
      'pages',
      'pdf',
      'purpose',
      'sha256',
    ]);
    expect(letter).toMatchObject({ purpose: 'registration', externalId: 'P-1000001', pages: 1 });
    expect(createHash('sha256').update(readFileSync(letter.pdf)).digest('hex')).toBe(letter.sha256);
    expect(readFileSync(letter.pdf.replace(/pdf$/, 'json'), 'utf8')).not.toContain(code);
  });

  it('refuses a second registration of the same person without a second letter', async () => {
    const answer = await new Caller(house).post('/api/v1/registrations', registration());
    expect([answer.status, answer.body.code]).toEqual([422, 'registration-not-possible']);
    expect(printedLetters(house, ERIKA.kvnr)).toHaveLength(1);
  });

  it('B1 logs in to the step "activate" and names nobody before the code', async () => {
    erika = await loggedIn(house, 'a123456780');
    const { body } = await erika.get('/api/v1/session');
    expect(body).toMatchObject({ nextStep: 'activate', level: 'basic' });
    expect(body).not.toHaveProperty('person');
  });

  it.each([
    ['GET', '/api/v1/me'],
    ['GET', '/api/v1/me/letters'],
    ['GET', '/api/v1/me/sessions'],
    ['PUT', '/api/v1/me/email'],
    ['PUT', '/api/v1/me/password'],
    ['POST', '/api/v1/session/consents'],
  ])('asks for the step first: %s %s', async (method, path) => {
    const answer = await erika.call(method, path, method === 'GET' ? undefined : {});
    if (path === '/api/v1/me/letters' && answer.status === 200) return; // letters may be looked at in every step
    expect(answer.body).toMatchObject({ status: 403, code: 'step-required', nextStep: 'activate' });
  });

  it('B10 refuses a wrong code, then takes the right one in any form, and ends the other sessions', async () => {
    const elsewhere = await loggedIn(house, ERIKA.kvnr);
    const wrong = await erika.post('/api/v1/session/activation', { code: 'AAAA-AAAA-AAAA' });
    expect(wrong.body).toMatchObject({
      status: 422,
      code: 'code-invalid',
      attemptsLeft: 4,
      errors: [{ pointer: '/code', code: 'code-invalid' }],
    });
    const right = await erika.post('/api/v1/session/activation', {
      code: ` ${code.toLowerCase().replace(/-/g, ' ')} `,
    });
    expect(right.status).toBe(200);
    expect(right.body).toMatchObject({
      nextStep: 'accept-terms',
      person: { givenName: 'Erika', familyName: 'Muster' },
    });
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
    expect((await erika.post('/api/v1/session/activation', { code })).status).toBe(403);
  });

  it('A7 accepts terms and privacy notice, both needed', async () => {
    const half = await erika.post('/api/v1/session/consents', { documents: consents.documents.slice(0, 1) });
    expect(half.body).toMatchObject({ nextStep: 'accept-terms' });
    const outdated = await erika.post('/api/v1/session/consents', {
      documents: [{ kind: 'terms', version: '2020-01-01' }],
    });
    expect(outdated.body).toMatchObject({ status: 409, code: 'document-outdated' });
    const both = await erika.post('/api/v1/session/consents', consents);
    expect(both.body).toMatchObject({ nextStep: 'confirm-contact' });
  });

  it('C13 confirms e-mail address and mobile number by their codes', async () => {
    expect((await erika.put('/api/v1/me/email', { email: EMAIL, password: PASSWORD })).status).toBe(202);
    const mailed = await mailedCode(house, EMAIL);
    const wrong = await erika.post('/api/v1/me/email/verification', {
      code: mailed === '000000' ? '000001' : '000000',
    });
    expect(wrong.body).toMatchObject({ status: 422, code: 'code-invalid', attemptsLeft: 4 });
    expect((await erika.post('/api/v1/me/email/verification', { code: mailed })).status).toBe(204);
    expect((await erika.get('/api/v1/session')).body).toMatchObject({ nextStep: 'confirm-contact' });

    expect((await erika.put('/api/v1/me/mobile', { mobile: '0151 23456789', password: PASSWORD })).status).toBe(202);
    const texted = await textedCode(house, '+4915123456789');
    expect((await erika.post('/api/v1/me/mobile/verification', { code: texted })).status).toBe(204);
    expect((await erika.get('/api/v1/session')).body).toMatchObject({ nextStep: null });
  });

  it('shows my data, the IBAN masked', async () => {
    const { status, body } = await erika.get('/api/v1/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kvnr: ERIKA.kvnr,
      givenName: 'Erika',
      dateOfBirth: '1984-08-12',
      email: { value: EMAIL, verified: true },
      mobile: { verified: true },
      address: {
        street: 'Königsbrücker Straße',
        houseNumber: '7a',
        postalCode: '01099',
        city: 'Dresden',
        country: 'DE',
      },
      insurance: { status: 'active', from: '2015-04-01', to: null },
      bankAccount: { accountHolder: 'Erika Muster' },
    });
    expect(JSON.stringify(body)).not.toMatch(/DE8937|15123456/);
    const letters = (await erika.get('/api/v1/me/letters')).body['items'];
    expect(letters).toEqual([
      expect.objectContaining({
        purpose: 'registration',
        state: 'created',
        postedAt: null,
        handedOverAt: expect.any(String),
      }),
    ]);
  });

  it('C1 logs in by e-mail address in any case, straight to the home page', async () => {
    const byMail = await loggedIn(house, EMAIL.toUpperCase());
    expect((await byMail.get('/api/v1/session')).body).toMatchObject({
      nextStep: null,
      person: { givenName: 'Erika' },
    });
    const { body } = await byMail.get('/api/v1/me/sessions');
    expect((body['items'] as unknown[]).length).toBe(2);
  });

  it('C7 changes the password: other sessions end, a mail says so, the old one is dead', async () => {
    const elsewhere = await loggedIn(house, EMAIL);
    const reused = await erika.put('/api/v1/me/password', { currentPassword: PASSWORD, newPassword: PASSWORD });
    expect(reused.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/newPassword', code: 'password-policy', rule: 'reused' }],
    });
    expect(
      (await erika.put('/api/v1/me/password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD })).status,
    ).toBe(204);
    expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
    expect((await erika.get('/api/v1/me')).status).toBe(200);
    expect((await new Caller(house).post('/api/v1/session', { username: EMAIL, password: PASSWORD })).status).toBe(401);
    erika = await loggedIn(house, EMAIL, NEW_PASSWORD);
    await until('the mail about it', () =>
      mailsTo(house, EMAIL).some(
        (mail) => mail.includes('Passwort wurde geändert') || /Ihr_Passwort|UGFzc3dvcnQ/.test(mail),
      ),
    );
  });

  it('logs out: the session is over with the next request', async () => {
    const [name, value] = [...erika.cookies][0] as [string, string];
    const answer = await erika.delete('/api/v1/session');
    expect(answer.status).toBe(204);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(erika.cookies.size).toBe(0);
    erika.cookies.set(name, value); // the thief has a copy
    expect((await erika.get('/api/v1/me')).body).toMatchObject({ status: 401, code: 'not-authenticated' });
  });
});
