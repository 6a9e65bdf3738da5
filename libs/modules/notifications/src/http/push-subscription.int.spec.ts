import { Devices } from '@of/identity';
import { PushEndpoint } from '@of/testing';
import { notificationsRoom } from '../notifications-room.fixture';

const room = notificationsRoom();
const strict = notificationsRoom({ PUSH_ALLOW_LOOPBACK: 'false' });
const path = '/device/push-subscription';
let endpoint: PushEndpoint;

beforeAll(async () => {
  endpoint = await PushEndpoint.open();
});
afterAll(() => endpoint?.close());

const stored = async (deviceId: string, from = room) =>
  (
    await from.test.query<{ sealed_target: Buffer }>(
      `SELECT sealed_target FROM notifications.push_subscription WHERE device_id = $1`,
      [deviceId],
    )
  )[0]?.sealed_target ?? null;

describe('GET, PUT and DELETE /api/v1/device/push-subscription', () => {
  it('S53 switches hints on and off, says how it stands, and writes both down', async () => {
    const member = await room.member();
    const { call } = await room.phone(member);
    const state = async () => (await call('GET', path)).body;
    expect(await state()).toEqual({ isOn: false, publicKey: expect.stringMatching(/^B[A-Za-z0-9_-]{86}$/) });
    expect((await call('PUT', path, endpoint.subscription)).status).toBe(204);
    expect((await call('PUT', path, { ...endpoint.subscription, expirationTime: undefined })).status).toBe(204);
    expect((await state())['isOn']).toBe(true);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await state())['isOn']).toBe(false);
    expect(await room.acts(member)).toEqual(['notifications.push-turned-on', 'notifications.push-turned-off']);
  });

  it('S57 stores the endpoint sealed', async () => {
    const { call, deviceId } = await room.phone(await room.member());
    await call('PUT', path, endpoint.subscription);
    const sealed = String(await stored(deviceId));
    expect(sealed).not.toContain('127.0.0.1');
    expect(sealed).not.toContain(endpoint.subscription.keys.auth);
  });

  it('keeps one subscription a device: the newest', async () => {
    const { call, deviceId } = await room.phone(await room.member());
    await call('PUT', path, endpoint.subscription);
    const first = await stored(deviceId);
    await call('PUT', path, { ...endpoint.subscription, endpoint: `${endpoint.origin}/other` });
    expect(await stored(deviceId)).not.toEqual(first);
  });

  it('takes a subscription that ends, and knows when it has', async () => {
    const { call } = await room.phone(await room.member());
    await call('PUT', path, { ...endpoint.subscription, expirationTime: Date.now() + 3_600_000 });
    expect((await call('GET', path)).body['isOn']).toBe(true);
    await call('PUT', path, { ...endpoint.subscription, expirationTime: 1_000 });
    expect((await call('GET', path)).body['isOn']).toBe(false);
  });

  it.each([
    'https://push.example.org/x',
    'https://fcm.googleapis.com/fcm/send/c4yQ8:APA91bH',
    'https://web.push.apple.com/QGuQyavXutnMH9Vh4',
  ])('takes %s', async (address) => {
    const { call } = await strict.phone(await strict.member());
    expect((await call('PUT', path, { ...endpoint.subscription, endpoint: address })).status).toBe(204);
  });

  it.each([
    'http://push.example.org/x',
    'https://127.0.0.1/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://postgres/x',
    'https://push.example.org:6379/x',
    'https://user:secret@push.example.org/x',
    'redis://redis:6379',
    '/x',
    'x'.repeat(2_001),
  ])('S48 refuses the endpoint %s', async (address) => {
    const { call, deviceId } = await strict.phone(await strict.member());
    const answer = await call('PUT', path, { ...endpoint.subscription, endpoint: address });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/endpoint']);
    expect(await stored(deviceId, strict)).toBeNull();
  });

  const keys = new Map<string, unknown>([
    ['a key that is no point of the curve', { p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]) }],
    ['a compressed key', { p256dh: Buffer.alloc(33, 2) }],
    ['a key of zeros', { p256dh: Buffer.alloc(65) }],
    ['a short secret', { auth: Buffer.alloc(15) }],
    ['a long secret', { auth: Buffer.alloc(17) }],
  ]);
  it.each([...keys])('refuses %s', async (_, bytes) => {
    const { call } = await room.phone(await room.member());
    const text = Object.fromEntries(
      Object.entries(bytes as Record<string, Buffer>).map(([name, value]) => [name, value.toString('base64url')]),
    );
    const changed = { ...endpoint.subscription, keys: { ...endpoint.subscription.keys, ...text } };
    expect((await call('PUT', path, changed)).status).toBe(422);
  });

  it.each([
    ['no keys', { keys: undefined }],
    ['keys that are a text', { keys: 'x' }],
    ['an unknown field', { owner: 'me' }],
    ['an end that is a text', { expirationTime: 'tomorrow' }],
    ['an end beyond all time', { expirationTime: 8_640_000_000_001 }],
    ['an endpoint that is a number', { endpoint: 5 }],
  ])('refuses %s', async (_, change) => {
    const { call } = await room.phone(await room.member());
    expect((await call('PUT', path, { ...endpoint.subscription, ...change })).status).toBe(422);
  });

  it('S20 goes with the device, and a removed device cannot ask for hints', async () => {
    const member = await room.member();
    const [lost, kept] = [await room.phone(member), await room.phone(member)];
    for (const { call } of [lost, kept]) await call('PUT', path, endpoint.subscription);
    await room.test.database.transaction((tx) => room.get(Devices).remove(tx, member, lost.deviceId, member.id));
    await room.work();
    expect(await stored(lost.deviceId)).toBeNull();
    expect(await stored(kept.deviceId)).not.toBeNull();
    expect((await lost.call('PUT', path, endpoint.subscription)).body.code).toBe('device-removed');
  });
});
