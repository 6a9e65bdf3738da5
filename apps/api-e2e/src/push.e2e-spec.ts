import { PushEndpoint, type RunningHouse, until } from '@of/testing';
import { Caller } from './support/caller';
import { kvnrOf, loggedIn, memberLine } from './support/members';
import { boundPhone, type Phone } from './support/phones';
import { startHouse } from './support/running-house';

const path = '/api/v1/device/push-subscription';
let house: RunningHouse;
let endpoint: PushEndpoint;
let next = 700;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house?.stop());
beforeEach(async () => {
  endpoint = await PushEndpoint.open();
});
afterEach(() => endpoint.close());

/** A member of their own whose phone wants hints. */
async function subscribed(at = endpoint): Promise<{ kvnr: string; phone: Phone }> {
  const number = next++;
  await house.importMembers([memberLine(number)]);
  const phone = await boundPhone(house, { kvnr: kvnrOf(number), postalCode: '04109' });
  expect((await phone.caller.put(path, at.subscription)).status).toBe(204);
  return { kvnr: kvnrOf(number), phone };
}
/** Whether the hint at this approval is still to be sent. */
const isDue = async ({ id }: Record<string, unknown>) =>
  (
    await house.query(
      `SELECT FROM platform.outbox_event WHERE payload ->> 'approvalId' = $1 AND done_at IS NULL AND dead_at IS NULL`,
      [id],
    )
  ).length > 0;
const pathOf = ({ subscription }: PushEndpoint) => new URL(subscription.endpoint).pathname;

describe('a hint at a login', () => {
  it('D5 reaches the phone and says nothing', async () => {
    const { kvnr } = await subscribed();
    await loggedIn(house, kvnr);
    const push = await until('a push', () => endpoint.received[0]);
    expect(push).toMatchObject({ payload: '{"kind":"approval"}', headers: { urgency: 'high', topic: 'approval' } });
    expect(endpoint.faults).toEqual([]);
  });

  it('never holds up the login, however slow the push service is; nobody else’s hint either', async () => {
    endpoint.answer = 'slow';
    const quick = await PushEndpoint.open();
    const [waiting, other] = [await subscribed(), await subscribed(quick)];
    const browser = await loggedIn(house, waiting.kvnr);
    expect(endpoint.givenUp).toBe(0);
    await until('the push was tried', () => endpoint.requests === 1);
    await loggedIn(house, other.kvnr);
    await until('the other push', () => quick.received[0]);
    const [approval] = await waiting.phone.openApprovals();
    expect((await waiting.phone.approve(approval as Record<string, unknown>)).status).toBe(200);
    expect((await browser.get('/api/v1/session')).body['level']).toBe('full');
    await quick.close();
  });

  it('S60 failing, is tried again, never named in the log, and over with the approval', async () => {
    const { kvnr, phone } = await subscribed();
    await endpoint.close();
    await loggedIn(house, kvnr);
    await until('the failure is in the log', () => house.log.includes('ECONNREFUSED'));
    const approval = (await phone.openApprovals())[0] as Record<string, unknown>;
    expect(await isDue(approval)).toBe(true);
    expect((await phone.approve(approval)).status).toBe(200);
    await until('nobody tries any more', async () => !(await isDue(approval)));
    expect(house.log).not.toContain(pathOf(endpoint));
    const [event] = await house.query<{ text: string }>(
      `SELECT string_agg(e::text, ' ') AS text FROM platform.outbox_event e WHERE name = 'notifications.push-due'`,
    );
    expect(event?.text).not.toContain(pathOf(endpoint));
    expect(await house.query(`SELECT FROM platform.outbox_event WHERE dead_at IS NOT NULL`)).toEqual([]);
  });

  it('ends with the subscription that the browser gave up', async () => {
    const { kvnr, phone } = await subscribed();
    endpoint.answer = 410;
    await loggedIn(house, kvnr);
    await until('it is off', async () => !(await phone.caller.get(path)).body['isOn']);
  });
});

describe('push-subscription', () => {
  it('D24 is a call of the companion only, and asks for a device', async () => {
    const { kvnr } = await subscribed();
    const portal = await loggedIn(house, kvnr);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? endpoint.subscription : undefined;
      expect((await portal.call(method, path, body)).status).toBe(404);
      expect((await Caller.companion(house).call(method, path, body)).body.code).toBe('not-authenticated');
    }
  });
});
