import { newId } from '@of/kernel';
import { SessionCookie } from '@of/platform';
import { Devices } from '../application/devices';
import { companion } from '../companion.fixture';
import { type Account } from '../persistence/account.repository';

const house = companion();
const { room } = house;

async function portal(account: Account) {
  const { token } = await room.actorOf(account);
  const cookie = `of_session=${house.get(SessionCookie).sign(token, new Date(Date.now() + 3_600_000))}`;
  return (method: string, path = '', body?: unknown) =>
    house.call(method, `/api/v1/me/devices${path}`, { listener: 'portal', cookie, body });
}
const itemsOf = async (call: Awaited<ReturnType<typeof portal>>) =>
  (await call('GET')).body['items'] as { id: string; name: string; state: string }[];

describe('GET and PATCH /api/v1/me/devices', () => {
  it('lists what a member has, with what is known of each key', async () => {
    const account = await house.activeAccount();
    const call = await portal(account);
    expect((await call('GET')).body).toEqual({ items: [], nextCursor: null });
    const { deviceId } = (await house.bind(account, house.phone(true))).body;
    const later = await portal(account);
    expect(await later('GET')).toMatchObject({
      status: 200,
      body: {
        items: [
          {
            id: deviceId,
            name: 'Handy von Erika',
            state: 'active',
            createdAt: expect.any(String),
            lastUsedAt: expect.any(String),
            isSyncable: true,
            boundBy: 'posted-code',
          },
        ],
        nextCursor: null,
      },
    });
    await room.test.database.transaction((tx) => house.get(Devices).remove(tx, account, deviceId, account.id));
    expect(await itemsOf(later)).toEqual([]);
  });

  it('renames a device', async () => {
    const account = await house.activeAccount();
    const { deviceId } = (await house.bind(account, house.phone())).body;
    const call = await portal(account);
    expect((await call('PATCH', `/${deviceId}`, { name: 'Tablet 👍 Küche' })).status).toBe(204);
    expect(await itemsOf(call)).toMatchObject([{ id: deviceId, name: 'Tablet 👍 Küche' }]);
    for (const name of ['', ' ', 'x'.repeat(61), 'a\nb', null, 5]) {
      expect((await call('PATCH', `/${deviceId}`, { name })).status).toBe(422);
    }
  });

  it('S34 another member’s device is not there', async () => {
    const owner = await house.activeAccount();
    const { deviceId } = (await house.bind(owner, house.phone())).body;
    const call = await portal(await house.activeAccount());
    for (const id of [deviceId, newId(), 'x']) {
      expect((await call('PATCH', `/${id}`, { name: 'Meins' })).status).toBe(404);
    }
    expect(await house.get(Devices).find(owner.id, deviceId)).toMatchObject({ name: 'Handy von Erika' });
  });
});
