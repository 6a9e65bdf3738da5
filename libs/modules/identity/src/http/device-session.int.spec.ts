import { type Spoiled } from '@of/testing';
import { AccountLocks } from '../application/account-locks';
import { Devices } from '../application/devices';
import { companion } from '../companion.fixture';
import { type Account } from '../persistence/account.repository';

const house = companion();
const { room } = house;

type Credential = Record<string, unknown> & { response?: object };

/** An account with a bound phone. */
async function bound(isSyncable = false, kind: 'ES256' | 'EdDSA' = 'ES256') {
  const account = await house.activeAccount();
  const phone = house.phone(isSyncable, kind);
  const answer = await house.bind(account, phone);
  expect(answer.status).toBe(201);
  return { account, phone, deviceId: answer.body.deviceId, cookie: answer.cookie };
}
const read = (cookie: string) => house.call('GET', '/api/v1/device/session', { cookie });
const lock = (account: Account) =>
  room.test.database.transaction((tx) =>
    house.get(AccountLocks).lock(tx, { accountId: account.id, insuredId: account.insuredId }, 'fraud'),
  );

beforeEach(() => room.test.clock.reset());

describe('opening the companion', () => {
  it.each([
    [false, 'ES256'],
    [true, 'ES256'],
    [false, 'EdDSA'],
  ] as const)('S16 opens with the key (copyable: %s, %s), again and again', async (isSyncable, kind) => {
    const { phone, deviceId } = await bound(isSyncable, kind);
    for (let n = 0; n < 3; n++) {
      const answer = await house.unlock(phone);
      expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ deviceId, givenName: 'Erika' })]);
      expect((await read(answer.cookie)).status).toBe(200);
    }
  });

  it('S16 asks for 32 bytes, a verified user and this device only', async () => {
    const { phone, deviceId } = await bound();
    const { publicKey } = await house.challenge(deviceId);
    expect(Buffer.from(publicKey.challenge, 'base64url')).toHaveLength(32);
    expect(publicKey).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [{ id: phone.credentialId.toString('base64url') }],
    });
    expect((await house.challenge()).publicKey.allowCredentials).toEqual([]);
  });

  const flags =
    (change: (flags: number) => number) =>
    (data: Buffer): Buffer => {
      data[32] = change(data[32] as number);
      return data;
    };
  const spoiled: [string, Spoiled][] = [
    ['another origin', { origin: 'http://localhost:3000' }],
    ['a longer origin', { origin: 'http://localhost:3001.evil.example' }],
    ['the origin by address', { origin: 'http://127.0.0.1:3001' }],
    ['https instead of http', { origin: 'https://localhost:3001' }],
    ['an empty origin', { origin: '' }],
    ['another rpId', { rpId: 'evil.example' }],
    ['the rpId of a subdomain', { rpId: 'www.localhost' }],
    ['no user verification', { uv: false }],
    ['no user presence', { up: false }],
    ['neither', { uv: false, up: false }],
    ['the type of a registration', { type: 'webauthn.create' }],
    ['an unknown type', { type: 'payment.get' }],
    ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
    ['an empty challenge', { challenge: '' }],
    ['a signature with one bit turned', { signature: (bytes) => bytes.fill((bytes[9] as number) ^ 1, 9, 10) }],
    ['a shortened signature', { signature: (bytes) => bytes.subarray(0, 20) }],
    ['an empty signature', { signature: () => Buffer.alloc(0) }],
    ['a signature that is no DER', { signature: (bytes) => Buffer.alloc(bytes.length, 0xff) }],
    ['a very long signature', { signature: () => Buffer.alloc(5000, 0x30) }],
    ['no authenticator data', { authData: () => Buffer.alloc(0) }],
    ['shortened authenticator data', { authData: (data) => data.subarray(0, 36) }],
    ['bytes behind the authenticator data', { authData: (data) => Buffer.concat([data, Buffer.alloc(9)]) }],
    ['attested data that are not there', { authData: flags((bits) => bits | 0x40) }],
    ['extensions that are not there', { authData: flags((bits) => bits | 0x80) }],
    ['a copy that the key does not allow (BE=0, BS=1)', { authData: flags((bits) => bits | 0x10) }],
    ['a key that has become copyable', { authData: flags((bits) => bits | 0x08) }],
  ];
  it.each(spoiled)('S16 refuses %s', async (_what, change) => {
    const { phone, deviceId } = await bound();
    const answer = await house.unlock(phone, change);
    expect([answer.status, answer.body.code, answer.cookie]).toEqual([422, 'assertion-invalid', '']);
    expect(await house.stateOf('device', deviceId)).toMatchObject({ state: 'active', sign_count: '0' });
  });

  const garbled: [string, (credential: Credential) => unknown][] = [
    ['nothing', () => ({})],
    ['a number as id', (credential) => ({ ...credential, id: 7 })],
    ['an unknown id', (credential) => ({ ...credential, id: 'AAAA', rawId: 'AAAA' })],
    ['two different ids', (credential) => ({ ...credential, rawId: 'AAAA' })],
    ['a null in the id', (credential) => ({ ...credential, id: '\u0000', rawId: '\u0000' })],
    ['an id as an object', (credential) => ({ ...credential, id: { $ne: '' } })],
    ['no response', (credential) => ({ ...credential, response: undefined })],
    ['an empty response', (credential) => ({ ...credential, response: {} })],
    ['a response as text', (credential) => ({ ...credential, response: 'x' })],
    ['another type', (credential) => ({ ...credential, type: 'password' })],
    [
      'client data that are no JSON',
      (credential) => ({ ...credential, response: { ...credential.response, clientDataJSON: '!!' } }),
    ],
    [
      'client data that are null',
      (credential) => ({
        ...credential,
        response: { ...credential.response, clientDataJSON: 'bnVsbA' },
      }),
    ],
    [
      'numbers for bytes',
      (credential) => ({
        ...credential,
        response: { ...credential.response, authenticatorData: 1, signature: 2 },
      }),
    ],
  ];
  it.each(garbled)('S16 refuses %s without a fault of its own', async (_what, change) => {
    const { phone } = await bound();
    const { challengeId, publicKey } = await house.challenge();
    const credential = change(phone.get(publicKey));
    const answer = await house.post('/api/v1/device/session', { challengeId, credential });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.cookie).toBe('');
  });

  it('S16 a challenge serves once, for 120 seconds, and only itself', async () => {
    const { phone } = await bound();
    const open = (challengeId: string, credential: object) =>
      house.post('/api/v1/device/session', { challengeId, credential });

    const first = await house.challenge();
    const credential = phone.get(first.publicKey);
    expect((await open(first.challengeId, credential)).status).toBe(200);
    expect((await open(first.challengeId, credential)).body.code).toBe('assertion-invalid');

    const other = await house.challenge();
    expect((await open(other.challengeId, credential)).body.code).toBe('assertion-invalid');

    const late = await house.challenge();
    await room.test.clock.advance('121 seconds');
    expect((await open(late.challengeId, phone.get(late.publicKey))).body.code).toBe('assertion-invalid');

    const raced = await house.challenge();
    const answer = phone.get(raced.publicKey);
    const statuses = await Promise.all(Array.from({ length: 8 }, () => open(raced.challengeId, answer)));
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('S16 the key of one member opens nothing of another', async () => {
    const mine = await bound();
    const theirs = await bound();
    const { challengeId, publicKey } = await house.challenge(theirs.deviceId);
    const own = mine.phone.get(publicKey);
    const id = theirs.phone.credentialId.toString('base64url');
    const forged = await house.post('/api/v1/device/session', { challengeId, credential: { ...own, id, rawId: id } });
    expect(forged).toMatchObject({ status: 422, cookie: '' });
  });

  it('S16 a counter that goes back suspends the device: a copied key releases nothing', async () => {
    const { account, phone, deviceId, cookie } = await bound();
    const newer = await house.unlock(phone, { counter: 9 });
    expect(newer.status).toBe(200);
    const copied = await house.unlock(phone, { counter: 9 });
    expect([copied.status, copied.body.code, copied.cookie]).toEqual([401, 'device-suspended', '']);
    expect(await house.stateOf('device', deviceId)).toMatchObject({ state: 'suspended', sign_count: '9' });
    expect(await house.events(account.id)).toEqual(['identity.device-bound', 'identity.device-suspended']);
    // Whoever holds the cookie of the device is told what is the matter.
    for (const held of [newer.cookie, cookie]) {
      expect(await read(held)).toMatchObject({ status: 401, body: { code: 'device-suspended' } });
    }
    expect((await house.unlock(phone, { counter: 20 })).body.code).toBe('device-suspended');
  });

  it('S16 a copyable key need not count, and none that never counted', async () => {
    const copyable = await bound(true);
    for (const counter of [5, 3, 0]) expect((await house.unlock(copyable.phone, { counter })).status).toBe(200);
    const never = await bound();
    for (let n = 0; n < 3; n++) expect((await house.unlock(never.phone, { counter: 0 })).status).toBe(200);
    expect((await house.unlock(never.phone, { counter: 1 })).status).toBe(200);
    expect((await house.unlock(never.phone, { counter: 0 })).body.code).toBe('device-suspended');
  });
});

describe('the session of a device', () => {
  it('S15 ends with a lock, and the key opens nothing while it lasts', async () => {
    const { account, phone, cookie } = await bound();
    await lock(account);
    expect(await read(cookie)).toMatchObject({ status: 401, body: { code: 'not-authenticated' } });
    expect(await house.unlock(phone)).toMatchObject({ status: 422, cookie: '' });
    expect(await house.events(account.id)).toContain('identity.account-locked');
  });

  it('S15 a lock between challenge and answer: no session', async () => {
    const { account, phone } = await bound();
    const { challengeId, publicKey } = await house.challenge();
    await lock(account);
    const answer = await house.post('/api/v1/device/session', { challengeId, credential: phone.get(publicKey) });
    expect(answer).toMatchObject({ status: 422, body: { code: 'assertion-invalid' }, cookie: '' });
  });

  it('tells the holder of the cookie that the device was removed', async () => {
    const { account, phone, deviceId, cookie } = await bound();
    const isRemoved = await room.test.database.transaction((tx) =>
      house.get(Devices).remove(tx, account, deviceId, account.id),
    );
    expect(isRemoved).toBe(true);
    expect(await read(cookie)).toMatchObject({ status: 401, body: { code: 'device-removed' } });
    expect((await house.unlock(phone)).body.code).toBe('device-removed');
    expect(await house.events(account.id)).toContain('identity.device-removed');
    await room.test.database.transaction(async (tx) => {
      expect(await house.get(Devices).remove(tx, account, deviceId, account.id)).toBe(false);
    });
  });

  it('is the only one of its browser: opening again ends the former, closing ends it', async () => {
    const first = await bound();
    const second = await house.unlock(first.phone, {}, first.cookie);
    expect((await read(first.cookie)).status).toBe(401);
    const closed = await house.call('DELETE', '/api/v1/device/session', { cookie: second.cookie });
    expect([closed.status, closed.headers['set-cookie']?.[0]]).toEqual([204, expect.stringMatching(/^of_device=;/)]);
    expect((await read(second.cookie)).status).toBe(401);
    expect(await house.stateOf('device', first.deviceId)).toMatchObject({ state: 'active' });
  });

  it('ends 30 days after its user was last verified', async () => {
    const { cookie } = await bound();
    await room.test.clock.advance('29 days 23 hours');
    expect((await read(cookie)).status).toBe(200);
    await room.test.clock.advance('2 hours');
    expect((await read(cookie)).status).toBe(401);
  });

  it('S23 stores only a hash of its secret, and takes no cookie that we did not sign for it', async () => {
    const { account, cookie } = await bound();
    const [, payload] = (cookie.split('=')[1] as string).split('.');
    const { sid } = JSON.parse(Buffer.from(payload as string, 'base64url').toString()) as { sid: string };
    const rows = await room.test.query<{ row: string }>(`SELECT s::text AS row FROM identity.device_session s`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(sid))).toBe(false);

    const member = await room.actorOf(account);
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    for (const value of [unsigned, `${cookie.slice(10, -4)}AAAA`, sid, member.token, '', 'null']) {
      expect((await read(`of_device=${value}`)).status).toBe(401);
    }
  });
});
