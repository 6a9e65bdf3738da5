import { type Spoiled } from '@of/testing';
import { companion } from '../companion.fixture';

const house = companion();
const { room } = house;

const RS256 = -257;
const flags =
  (change: (flags: number) => number) =>
  (data: Buffer): Buffer => {
    data[32] = change(data[32] as number);
    return data;
  };

const spoiled: [string, Spoiled][] = [
  ['the portal as origin', { origin: 'http://localhost:3000' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['another rpId', { rpId: 'evil.example' }],
  ['no user verification', { uv: false }],
  ['no user presence', { up: false }],
  ['the type of an assertion', { type: 'webauthn.get' }],
  ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
  ['an algorithm we did not ask for', { algorithm: RS256 }],
  ['no algorithm', { algorithm: 0 }],
  ['another curve', { algorithm: -35 }],
  ['no attested key', { authData: (data) => flags((bits) => bits & ~0x40)(data.subarray(0, 37)) }],
  ['a shortened key', { authData: (data) => data.subarray(0, 80) }],
  ['a credential id longer than the data', { authData: (data) => data.fill(0xff, 53, 55) }],
  ['an empty credential id', { authData: (data) => data.fill(0, 53, 55) }],
  ['a copy that the key does not allow (BE=0, BS=1)', { authData: flags((bits) => bits | 0x10) }],
  ['shortened CBOR', { attestation: (bytes) => bytes.subarray(0, 30) }],
  ['empty CBOR', { attestation: () => Buffer.alloc(0) }],
  ['CBOR that is a number', { attestation: () => Buffer.from([7]) }],
  ['CBOR nested a thousand times', { attestation: () => Buffer.alloc(1000, 0x81) }],
  ['CBOR that promises 4 GB', { attestation: () => Buffer.from([0x5a, 0xff, 0xff, 0xff, 0xff]) }],
  ['random bytes', { attestation: () => Buffer.from('f7'.repeat(64), 'hex') }],
];

it.each(spoiled)('S16 binds no device whose new key comes with %s', async (_what, change) => {
  const account = await house.activeAccount();
  const answer = await house.bind(account, house.phone(), change);
  expect([answer.status, answer.body.code, answer.cookie]).toEqual([422, 'assertion-invalid', '']);
  const devices = await room.test.query(`SELECT FROM identity.device WHERE account_id = $1`, [account.id]);
  expect(devices).toEqual([]);
  const [code] = await room.test.query(`SELECT redeemed_at FROM identity.posted_code WHERE account_id = $1`, [
    account.id,
  ]);
  expect(code).toEqual({ redeemed_at: null });
});

it('S16 a challenge for a new key is used up by the first answer, right or wrong', async () => {
  const account = await house.activeAccount();
  const { bindingId, publicKey } = (await house.startBinding(account, await house.letter(account))).body;
  const send = (credential: object) => house.post('/api/v1/devices', { bindingId, name: 'Handy', credential });
  expect((await send(house.phone().create(publicKey, { uv: false }))).body.code).toBe('assertion-invalid');
  expect((await send(house.phone().create(publicKey))).body.code).toBe('binding-expired');
});
