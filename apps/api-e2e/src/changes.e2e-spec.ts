import { mailedCode, mailsTo, until, type RunningHouse } from '@of/testing';
import type { Caller } from './support/caller';
import { kvnrOf, loggedIn, memberLine, settled } from './support/members';
import { releasedMember, type ReleasedMember } from './support/released-member';
import { startHouse } from './support/running-house';

type Json = Record<string, unknown>;

const address = { street: 'Hauptstraße', houseNumber: '12', postalCode: '01097', city: 'Dresden', country: 'DE' };
const account = { iban: 'DE02 1203 0000 0000 2020 51', accountHolder: 'Kim Beispiel' };

let house: RunningHouse;
let next = 400;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

/** A member of their own for each test: limits of one do not reach another. */
async function newMember(): Promise<ReleasedMember> {
  const number = next++;
  await house.importMembers([memberLine(number)]);
  return releasedMember(house, { kvnr: kvnrOf(number), postalCode: '04109' }, `kim-${number}@beispiel.example`);
}

const me = async (browser: Caller) => (await browser.get('/api/v1/me')).body;
const changesOf = async (browser: Caller) => (await browser.get('/api/v1/me/changes')).body['items'] as Json[];
const subjectsTo = (email: string) => mailsTo(house, email).map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]);

describe('changing what is protected', () => {
  it('D4 D7 an address: the same act and number on both sides, nothing before the release, a reference after it', async () => {
    const { browser, phone, email } = await newMember();
    const asked = await browser.call('PUT', '/api/v1/me/address', address);
    expect([asked.status, asked.body['action'], asked.body['status']]).toEqual([202, 'address-change', 'pending']);
    const [shown] = await phone.openApprovals();
    expect(shown).toMatchObject({ lines: asked.body['lines'], matchNumber: asked.body['matchNumber'] });
    expect(asked.body['lines']).toEqual([
      { label: 'Anschrift', from: 'Lindenweg 3, 04109 Leipzig', to: 'Hauptstraße 12, 01097 Dresden' },
      expect.objectContaining({ label: 'Gilt ab' }),
    ]);
    expect([(await me(browser))['address'], await changesOf(browser)]).toEqual([
      expect.objectContaining({ street: 'Lindenweg' }),
      [],
    ]);

    expect((await phone.approve(asked.body)).status).toBe(200);
    expect((await me(browser))['address']).toEqual(address);
    expect(await changesOf(browser)).toEqual([
      expect.objectContaining({ kind: 'address', approvalId: asked.body['id'], reference: expect.any(String) }),
    ]);
    await until('the notice', () => (mailsTo(house, email).length > 1 ? true : null));
    const log = (await browser.get('/api/v1/me/access-log?limit=2')).body['items'] as Json[];
    expect(log.map(({ title, who }) => [title, who])).toEqual([
      ['Anschrift geändert', 'me'],
      ['Auf dem Gerät freigegeben: neue Anschrift', 'me'],
    ]);
  });

  it('D7 refused or run out, everything stays as it was', async () => {
    const { browser, phone } = await newMember();
    const refused = await browser.call('PUT', '/api/v1/me/bank-account', account);
    await phone.decline(refused.body);
    expect((await browser.get(`/api/v1/me/approvals/${String(refused.body['id'])}`)).body['status']).toBe('declined');

    const late = await browser.call('PUT', '/api/v1/me/bank-account', account);
    await house.clock.advance('5 minutes 1 second');
    expect((await browser.get(`/api/v1/me/approvals/${String(late.body['id'])}`)).body['status']).toBe('expired');
    expect((await phone.approve(late.body)).body.code).toBe('approval-closed');
    expect([(await me(browser))['bankAccount'], await changesOf(browser)]).toEqual([null, []]);
  });

  it('F3 a bank account: last four characters only, and 48 hours of care with a new device', async () => {
    const { browser, phone } = await newMember();
    const asked = await browser.call('PUT', '/api/v1/me/bank-account', account);
    expect(asked.body['lines']).toEqual([
      { label: 'IBAN', to: '•••• 2051' },
      { label: 'Kontoinhaber', to: 'Kim Beispiel' },
    ]);
    await phone.approve(asked.body);
    expect((await me(browser))['bankAccount']).toEqual({ ibanMasked: '•••• 2051', accountHolder: 'Kim Beispiel' });
    const [change] = await changesOf(browser);
    const hours = (Date.parse(String(change?.['payoutsHeldUntil'])) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(48);
  });

  it('S62 an e-mail address: release, then code; the old address can undo it, the new one is told', async () => {
    const { browser, phone, email, password } = await newMember();
    const fresh = email.replace('@', '.neu@');
    const asked = await browser.call('PUT', '/api/v1/me/email', { email: fresh, password });
    expect(asked.body).toMatchObject({ action: 'email-change', lines: [{ from: email, to: fresh }] });
    await settled(house);
    expect(mailsTo(house, fresh)).toEqual([]);
    await phone.approve(asked.body);
    const code = await mailedCode(house, fresh);
    expect((await me(browser))['email']).toEqual({ value: email, verified: true });
    expect((await browser.post('/api/v1/me/email/verification', { code })).status).toBe(204);
    expect((await me(browser))['email']).toEqual({ value: fresh, verified: true });
    await settled(house);
    expect(mailsTo(house, email).at(-1)).toContain('/email-rueckgaengig#token=');
    expect(subjectsTo(fresh)).toHaveLength(2);
  });

  it('C13 a mobile number, later: release first, then the code', async () => {
    const { browser, phone, password } = await newMember();
    const asked = await browser.call('PUT', '/api/v1/me/mobile', { mobile: '0151 23456789', password });
    expect([asked.status, asked.body['action']]).toEqual([202, 'mobile-change']);
    expect((await phone.approve(asked.body)).status).toBe(200);
    expect((await me(browser))['mobile']).toEqual({ value: '+4915123456789', verified: false });
  });

  it('D10 a device is removed as its own last act, and releases nothing afterwards', async () => {
    const { browser, phone, kvnr } = await newMember();
    const [device] = (await browser.get('/api/v1/me/devices')).body['items'] as Json[];
    const asked = await browser.call('DELETE', `/api/v1/me/devices/${String(device?.['id'])}`);
    expect([asked.status, asked.body['action']]).toEqual([202, 'device-removal']);
    expect((await phone.approve(asked.body)).status).toBe(200);
    expect((await browser.get('/api/v1/me/devices')).body['items']).toEqual([]);
    expect((await phone.caller.get('/api/v1/device/approvals')).status).toBe(401);
    const again = await loggedIn(house, kvnr);
    expect((await again.get('/api/v1/session')).body).toMatchObject({ nextStep: null, level: 'basic' });
    const locked = await again.call('PUT', '/api/v1/me/address', address);
    expect([locked.status, locked.body.code]).toEqual([403, 'second-factor-required']);
  });

  it('D6 names every fault at once, with its field', async () => {
    const { browser } = await newMember();
    const fault = async (path: string, body: object) => {
      const answer = await browser.call('PUT', path, body);
      const errors = (answer.body['errors'] ?? []) as Json[];
      return [answer.status, ...errors.map(({ pointer, code }) => `${String(pointer)} ${String(code)}`)];
    };
    expect(await fault('/api/v1/me/address', { ...address, postalCode: '1', city: '  ' })).toEqual([
      422,
      '/postalCode postal-code-format',
      '/city required',
    ]);
    expect(await fault('/api/v1/me/bank-account', { ...account, iban: 'DE88370400440532013000' })).toEqual([
      422,
      '/iban iban-checksum',
    ]);
    expect(await fault('/api/v1/me/address', { ...address, insuredId: 'x' })).toEqual([
      422,
      '/insuredId unknown-field',
    ]);
    expect(await fault('/api/v1/me/phone', { phone: 'anrufen' })).toEqual([422, '/phone phone-format']);
  });
});
