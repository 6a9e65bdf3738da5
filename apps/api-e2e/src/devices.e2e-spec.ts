import {
  codeOf,
  letterText,
  mailsTo,
  newestLetter,
  type RunningHouse,
  VirtualAuthenticator,
  type Spoiled,
} from '@of/testing';
import { Caller } from './support/caller';
import {
  AYLIN,
  ERIKA,
  kvnrOf,
  LENA,
  loggedIn,
  member,
  memberLine,
  PASSWORD,
  registered,
  settled,
} from './support/members';
import { boundPhone, Phone } from './support/phones';
import { startHouse } from './support/running-house';

let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers(Array.from({ length: 12 }, (_, n) => memberLine(n + 1)));
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const person = (number: number) => ({ kvnr: kvnrOf(number), postalCode: '04109' });

describe('binding a device by the code from the letter', () => {
  it('opens the account, and the next login waits for the phone', async () => {
    const phone = await boundPhone(house, ERIKA);
    expect((await phone.caller.get('/api/v1/device/session')).body).toMatchObject({
      name: 'Handy',
      givenName: 'Erika',
      familyName: 'Muster',
    });
    const browser = await loggedIn(house, ERIKA.kvnr);
    const session = (await browser.get('/api/v1/session')).body;
    expect(session).toMatchObject({ nextStep: 'approve-login', level: 'basic', approval: { status: 'pending' } });
    const [waiting] = await phone.openApprovals();
    expect(waiting).toMatchObject({
      id: (session['approval'] as { id: string }).id,
      matchNumber: (session['approval'] as { matchNumber: string }).matchNumber,
      place: 'other-network',
      knownBrowser: false,
    });
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ code: 'step-required', nextStep: 'approve-login' });
    expect((await phone.approve(waiting as never)).body).toMatchObject({ status: 'approved' });
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ nextStep: 'accept-terms', level: 'full' });
  });

  it('S20 refuses a wrong password, a wrong code, a second use and a key that is known', async () => {
    const code = await registered(house, AYLIN);
    const phone = new Phone(house);
    expect((await phone.startBinding(AYLIN.kvnr, code, 'Falsches-Passwort-1')).body.code).toBe('login-failed');
    expect((await phone.startBinding('A999999995', code)).body.code).toBe('login-failed');
    expect((await phone.startBinding(AYLIN.kvnr, '0000-0000-0000')).body).toMatchObject({ code: 'code-invalid' });
    const first = await phone.startBinding(AYLIN.kvnr, code);
    const second = await phone.startBinding(AYLIN.kvnr, code);
    expect((await phone.finishBinding(first.body)).body.code).toBe('binding-expired'); // the second replaced it
    const bound = await phone.finishBinding(second.body);
    expect(bound.status).toBe(201);
    expect(bound.setCookies.join()).toMatch(/^of_device=/);
    expect((await phone.finishBinding(second.body)).body.code).toBe('binding-expired');
    expect((await phone.startBinding(AYLIN.kvnr, code)).body.code).toBe('code-invalid'); // used up, and of another purpose
  });

  it('S20 a binding is over after ten minutes, the code is not', async () => {
    const code = await registered(house, LENA);
    const phone = new Phone(house);
    const started = await phone.startBinding(LENA.kvnr, code);
    await house.clock.advance('10 minutes 1 second');
    expect((await phone.finishBinding(started.body)).body.code).toBe('binding-expired');
    expect((await phone.bind(LENA.kvnr, code)).status).toBe(201);
  });

  const spoiled: [string, Spoiled][] = [
    ['another origin', { origin: 'http://localhost:3999' }],
    ['the portal’s origin', { origin: 'http://localhost:3000' }],
    ['another rpId', { rpId: 'beispiel.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['another type', { type: 'webauthn.get' }],
    ['no user verification', { uv: false }],
    ['no user presence', { up: false }],
    ['algorithm none', { algorithm: 0 }],
    ['RS256', { algorithm: -257 }],
    ['an empty attestation', { attestation: () => Buffer.alloc(0) }],
    ['a truncated attestation', { attestation: (data) => data.subarray(0, data.length - 20) }],
    ['an attestation cut in the middle', { attestation: (data) => data.subarray(0, data.length / 2) }],
    ['endless CBOR', { attestation: (data) => Buffer.concat([Buffer.from([0xbf]), data]) }],
    ['truncated authenticator data', { authData: (data) => data.subarray(0, 36) }],
  ];
  it.each(spoiled)('S16 refuses a key with %s', async (_name, change) => {
    const number = 1 + spoiled.findIndex(([name]) => name === _name);
    const owner = person(((number - 1) % 12) + 1);
    const [known] = await house.query<{ id: string }>(`SELECT id FROM identity.account WHERE kvnr = $1`, [owner.kvnr]);
    if (!known) await registered(house, owner);
    const code = codeOf(await newestLetter(house, owner.kvnr));
    const answer = await new Phone(house).bind(owner.kvnr, code, change);
    expect([answer.status, answer.body.code]).toEqual([422, 'assertion-invalid']);
  });
});

describe('a bound device', () => {
  let phone: Phone;
  const owner = { kvnr: kvnrOf(20), postalCode: '04109' };

  beforeAll(async () => {
    await house.importMembers([memberLine(20), memberLine(21), memberLine(22)]);
    phone = await boundPhone(house, owner);
  });

  it('opens the companion with its key, once per challenge', async () => {
    const { body } = await phone.caller.post('/api/v1/device/session-options', {});
    const credential = phone.key.get(body['publicKey'] as never);
    const open = () => phone.caller.post('/api/v1/device/session', { challengeId: body['challengeId'], credential });
    expect((await open()).status).toBe(200);
    expect((await open()).body.code).toBe('assertion-invalid');
  });

  const mutations: [string, Spoiled][] = [
    ['another origin', { origin: 'https://companion.example' }],
    ['the portal’s origin', { origin: 'http://127.0.0.1:3000' }],
    ['no origin', { origin: '' }],
    ['another rpId', { rpId: 'example.com' }],
    ['no rpId', { rpId: '' }],
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['no challenge', { challenge: '' }],
    ['another type', { type: 'webauthn.create' }],
    ['no user verification', { uv: false }],
    ['no user presence', { up: false }],
    [
      'a wrong signature',
      { signature: (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]) },
    ],
    ['no signature', { signature: () => Buffer.alloc(0) }],
    ['a truncated signature', { signature: (bytes) => bytes.subarray(0, 20) }],
    ['truncated data', { authData: (data) => data.subarray(0, 30) }],
    ['data cut by one byte', { authData: (data) => data.subarray(0, -1) }],
    ['data with something behind', { authData: (data) => Buffer.concat([data, Buffer.from([1, 2, 3])]) }],
  ];
  it.each(mutations)('S16 refuses an assertion with %s', async (_name, change) => {
    const answer = await new Phone(house, phone.key).open(change);
    expect(answer.status).toBeGreaterThanOrEqual(401);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.code).toBe('assertion-invalid');
  });

  it('S16 refuses the key of somebody else', async () => {
    const stranger = new Phone(house, new VirtualAuthenticator(house.companionOrigin));
    expect((await stranger.open()).body.code).toBe('assertion-invalid');
  });

  it('S16 a counter that goes back suspends the device', async () => {
    const other = await boundPhone(house, { kvnr: kvnrOf(21), postalCode: '04109' });
    other.key.counter = 7;
    expect((await other.open()).status).toBe(200);
    other.key.counter = 2;
    expect((await other.open()).body.code).toBe('device-suspended');
    expect((await other.caller.get('/api/v1/device/approvals')).body.code).toBe('device-suspended');
    expect((await other.open()).body.code).toBe('device-suspended');
  });

  it('a key that its maker synchronises need not count', async () => {
    const synced = new Phone(house, new VirtualAuthenticator(house.companionOrigin, true));
    const code = await registered(house, { kvnr: kvnrOf(22), postalCode: '04109' });
    expect((await synced.bind(kvnrOf(22), code)).status).toBe(201);
    expect((await synced.open()).status).toBe(200);
    expect((await synced.open()).status).toBe(200);
  });
});

describe('a lost phone', () => {
  const owner = { kvnr: kvnrOf(30), postalCode: '04109' };

  it('D8 a code by post, ordered while the login waits, binds another device and is told on every channel', async () => {
    await house.importMembers([memberLine(30)]);
    const browser = await member(house, owner, 'lost@beispiel.example');
    await browser.post('/api/v1/me/device-codes', { password: 'Falsches-Passwort-1' });
    expect((await browser.post('/api/v1/me/device-codes', { password: PASSWORD })).status).toBe(202);
    const lost = new Phone(house);
    const first = await newestLetter(house, owner.kvnr, 2);
    expect(letterText(first)).toContain('Ihr Code für ein neues Gerät');
    expect((await lost.bind(owner.kvnr, codeOf(first))).status).toBe(201);
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ nextStep: 'approve-login' });
    expect((await browser.get('/api/v1/me')).body.code).toBe('step-required');

    await house.clock.advance('25 hours');
    const waiting = await loggedIn(house, owner.kvnr);
    expect((await waiting.get('/api/v1/session')).body).toMatchObject({ nextStep: 'approve-login' });
    expect((await waiting.post('/api/v1/me/device-codes', { password: PASSWORD })).status).toBe(202);
    expect((await waiting.post('/api/v1/me/device-codes', { password: PASSWORD })).status).toBe(429);
    const found = new Phone(house);
    expect((await found.bind(owner.kvnr, codeOf(await newestLetter(house, owner.kvnr, 3)))).status).toBe(201);
    expect((await found.openApprovals()).length).toBe(1);
    await settled(house);
    const mails = mailsTo(house, 'lost@beispiel.example').join();
    expect(mails).toContain('Ein Brief mit einem Code ist unterwegs');
    expect(mails).toContain('Ein neues Gerät gehört zu Ihrem Zugang');
  });
});

describe('the two origins', () => {
  it('D24 neither serves the calls of the other, nor takes its cookie', async () => {
    const [portal, companion] = [new Caller(house), Caller.companion(house)];
    expect((await portal.post('/api/v1/device/session-options', {})).status).toBe(404);
    expect((await companion.post('/api/v1/session', { username: ERIKA.kvnr, password: PASSWORD })).status).toBe(404);
    expect((await companion.get('/metrics')).status).toBe(404);
    expect((await companion.get('/api/v1/branding')).status).toBe(200);
    const member = await loggedIn(house, ERIKA.kvnr);
    for (const [name, value] of member.cookies) companion.cookies.set(name, value);
    companion.cookies.set('of_device', member.cookies.get('of_session') ?? '');
    expect((await companion.get('/api/v1/device/approvals')).body.code).toBe('not-authenticated');
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3001', 'https://fremd.example', 'null'])(
    'S26 the companion refuses a call from %s',
    async (origin) => {
      const call = Caller.companion(house).post('/api/v1/device/session-options', {}, { headers: { origin } });
      expect((await call).body.code).toBe('cross-origin-refused');
    },
  );

  it('S26 refuses a call from the same site, and lets its own pages through', async () => {
    const from = (headers: Record<string, string>) =>
      Caller.companion(house).post('/api/v1/device/session-options', {}, { headers });
    expect((await from({ 'sec-fetch-site': 'same-site' })).body.code).toBe('cross-origin-refused');
    expect((await from({ 'sec-fetch-site': 'same-origin', origin: house.companionOrigin })).status).toBe(200);
  });
});
