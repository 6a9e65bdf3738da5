import { RequestApproval } from '@of/approval';
import { Devices } from '@of/identity';
import { PushEndpoint } from '@of/testing';
import { notificationsRoom } from '../notifications-room.fixture';

const room = notificationsRoom();
const path = '/device/push-subscription';
let endpoint: PushEndpoint;
type Member = Awaited<ReturnType<typeof room.member>>;

beforeEach(async () => {
  await room.test.clock.reset();
  await room.test.query(`UPDATE platform.outbox_event SET done_at = platform.now() WHERE done_at IS NULL`);
  endpoint = await PushEndpoint.open();
});
afterEach(() => endpoint.close());

/** A member with one phone that wants hints. */
async function subscribed(at = endpoint) {
  const member = await room.member();
  const phone = await room.phone(member);
  expect((await phone.call('PUT', path, at.subscription)).status).toBe(204);
  return { member, phone };
}
/** Some browser asks for the release of its login. */
async function ask(member: Member) {
  const { actor } = await room.browser(member);
  return room.test.database.transaction((tx) =>
    room.get(RequestApproval).open(tx, actor, 'login', { browser: 'Firefox · Windows' }),
  );
}
const isOn = async (phone: Awaited<ReturnType<typeof room.phone>>) => (await phone.call('GET', path)).body['isOn'];

describe('a hint at what waits', () => {
  it('D5 says that something waits and nothing else: once, urgent, as long as the approval lives', async () => {
    const { member } = await subscribed();
    await ask(member);
    expect(await room.work()).toEqual([]);
    expect(endpoint.faults).toEqual([]);
    expect(endpoint.received).toMatchObject([
      { payload: '{"kind":"approval"}', headers: { urgency: 'high', topic: 'approval' } },
    ]);
    const ttl = Number(endpoint.received[0]?.headers['ttl']);
    expect(ttl).toBeGreaterThan(100);
    expect(ttl).toBeLessThanOrEqual(120);
  });

  it('D5 tells the push service nothing about the member', async () => {
    const { member } = await subscribed();
    const { id } = await ask(member);
    await room.work();
    const seen = JSON.stringify(endpoint.received);
    for (const secret of [member.id, member.insuredId, member.kvnr, member.email, id])
      expect(seen).not.toContain(secret);
  });

  it('K23 comes once, however often its event arrives', async () => {
    const { member } = await subscribed();
    await ask(member);
    await room.work();
    const [event] = await room.test.query<{ id: string }>(
      `SELECT id FROM platform.outbox_event WHERE name = 'approval.requested' ORDER BY id DESC LIMIT 1`,
    );
    await room.repeat((event as { id: string }).id);
    await room.work();
    expect(endpoint.received).toHaveLength(1);
  });

  it('goes to every device that wants hints, and to nobody else’s', async () => {
    const { member } = await subscribed();
    const tablet = await PushEndpoint.open();
    await (await room.phone(member)).call('PUT', path, tablet.subscription);
    await room.phone(member); // wants none
    const other = await PushEndpoint.open();
    await subscribed(other);
    await ask(member);
    await room.work();
    expect([endpoint, tablet, other].map(({ received }) => received.length)).toEqual([1, 1, 0]);
    await Promise.all([tablet.close(), other.close()]);
  });

  it('is dropped when the approval was withdrawn, replaced or ran out before', async () => {
    const { member } = await subscribed();
    const { id } = await ask(member);
    await room.test.query(
      `UPDATE approval.approval SET status = 'cancelled', decided_at = platform.now() WHERE id = $1`,
      [id],
    );
    await ask(member);
    await room.test.clock.advance('121 seconds');
    expect(await room.work()).toEqual([]);
    expect(endpoint.requests).toBe(0);
  });

  it.each(['suspended', 'removed'] as const)('does not reach a device that is %s', async (state) => {
    const { member, phone } = await subscribed();
    await room.phone(member); // another one can still release
    await ask(member);
    // The device goes after the request and before anybody hears of either.
    const owner = { accountId: member.id, insuredId: member.insuredId };
    await room.test.database.transaction(async (tx) => {
      const devices = room.get(Devices);
      if (state === 'removed') await devices.remove(tx, member, phone.deviceId, member.id);
      else await devices.suspend(tx, owner, phone.deviceId);
    });
    await room.work();
    expect(endpoint.received.filter(({ payload }) => payload.includes('approval'))).toEqual([]);
  });

  it('does not reach a locked account', async () => {
    const { member } = await subscribed();
    await ask(member);
    await room.test.query(`UPDATE identity.account SET locked_at = platform.now() WHERE id = $1`, [member.id]);
    await room.work();
    expect(endpoint.requests).toBe(0);
  });
});

describe('what push services answer', () => {
  it.each([404, 410])('S53 %d ends the subscription for good', async (status) => {
    const { member, phone } = await subscribed();
    endpoint.answer = status;
    await ask(member);
    expect(await room.work()).toEqual([]);
    expect(await isOn(phone)).toBe(false);
    expect(await room.acts(member)).toContain('notifications.push-ended');
  });

  it('410 about an old subscription does not end the one that replaced it', async () => {
    const { member, phone } = await subscribed();
    const renewed = await PushEndpoint.open();
    endpoint.answer = 410;
    // The browser renews its subscription while the push to the old one is on its way.
    endpoint.whenAsked = async () => {
      await phone.call('PUT', path, renewed.subscription);
    };
    await ask(member);
    await room.work();
    expect(endpoint.requests).toBe(1);
    expect(await isOn(phone)).toBe(true);
    await renewed.close();
  });

  it.each([400, 403, 413])('%d is not tried again, and ends nothing', async (status) => {
    const { member, phone } = await subscribed();
    endpoint.answer = status;
    await ask(member);
    expect(await room.work()).toEqual([]);
    await room.work();
    expect([endpoint.requests, await isOn(phone)]).toEqual([1, true]);
  });

  it.each([500, 503, 429])('%d is tried again while the approval waits, and no longer', async (status) => {
    const { member } = await subscribed();
    endpoint.answer = status;
    await ask(member);
    expect(await room.work()).toEqual([
      `notifications.push-due: the push service did not take a push: status ${status}`,
    ]);
    endpoint.answer = 201;
    expect(await room.work()).toEqual([]);
    expect(endpoint.received).toHaveLength(1);

    endpoint.answer = status;
    await ask(member);
    expect(await room.work()).toHaveLength(1);
    await room.test.clock.advance('121 seconds');
    expect(await room.work()).toEqual([]);
    expect([endpoint.requests, endpoint.received.length]).toEqual([3, 1]);
  });

  it('waits as long as the service asks for', async () => {
    const { member } = await subscribed();
    endpoint.answer = { status: 429, headers: { 'retry-after': '30' } };
    await ask(member);
    await room.work();
    endpoint.answer = 201;
    await room.test.clock.advance('29 seconds');
    expect(await room.work()).toEqual(['notifications.push-due: the push service asked for patience']);
    expect(endpoint.requests).toBe(1);
    await room.test.clock.advance('2 seconds');
    expect(await room.work()).toEqual([]);
    expect(endpoint.received).toHaveLength(1);
  });

  it('a service that is away fails without naming the endpoint, and does not hold up another device', async () => {
    const { member } = await subscribed();
    const gone = await PushEndpoint.open();
    await (await room.phone(member)).call('PUT', path, gone.subscription);
    await gone.close();
    await ask(member);
    const failures = await room.work();
    expect(failures).toEqual(['notifications.push-due: the push service did not take a push: ECONNREFUSED']);
    expect(endpoint.received).toHaveLength(1);
  });

  it('a hint at a notice is given up after five minutes: the notice itself went by mail', async () => {
    const { member } = await subscribed();
    endpoint.answer = 500;
    await room.happened('identity.password-changed', { accountId: member.id });
    expect(await room.work()).toHaveLength(1);
    await room.test.clock.advance('5 minutes 1 second');
    expect(await room.work()).toEqual([]);
    expect(endpoint.requests).toBe(1);
    expect(await room.mailsTo(member)).toHaveLength(1);
  });
});
