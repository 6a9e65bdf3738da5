import { type RunningHouse } from '@of/testing';
import { AYLIN, ERIKA, loggedIn, member, PASSWORD } from './support/members';
import { releasedMember } from './support/released-member';
import { startHouse } from './support/running-house';

let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

describe('GET /api/v1/me/device-ways', () => {
  it('D12 the session that activated may bind the first device for 30 minutes, another one may not', async () => {
    const browser = await member(house, AYLIN, 'aylin@beispiel.example');
    const ways = async () => (await browser.get('/api/v1/me/device-ways')).body;
    expect(await ways()).toEqual({ transfer: 'first-device', until: expect.stringMatching(/Z$/) });
    const other = await loggedIn(house, AYLIN.kvnr);
    expect((await other.get('/api/v1/me/device-ways')).body).toEqual({ transfer: null, until: null });
    const refused = await other.post('/api/v1/me/device-transfers', { password: PASSWORD });
    expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-required']);
    await house.clock.advance('14 minutes');
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    await browser.post('/api/v1/session/extension');
    await house.clock.advance('14 minutes');
    await browser.post('/api/v1/session/extension');
    expect(await ways()).toMatchObject({ transfer: 'first-device' });
    await house.clock.advance('2 minutes 1 second');
    expect(await ways()).toEqual({ transfer: null, until: null });
  });

  it('D10 a session that a device released may bring a further one; one that waits may not', async () => {
    const { browser, kvnr } = await releasedMember(house, ERIKA, 'erika@beispiel.example');
    expect((await browser.get('/api/v1/me/device-ways')).body).toEqual({ transfer: 'by-device', until: null });
    const waiting = await loggedIn(house, kvnr);
    expect((await waiting.get('/api/v1/me/device-ways')).body).toEqual({ transfer: null, until: null });
  });
});
