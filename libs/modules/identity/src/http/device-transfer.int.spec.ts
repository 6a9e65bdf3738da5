import { createHash } from 'node:crypto';
import { newId } from '@of/kernel';
import { type Tx } from '@of/platform';
import { AccountLocks } from '../application/account-locks';
import { Devices } from '../application/devices';
import {
  DeviceTransfer,
  DeviceTransfers,
  type OfferedDevice,
  type TransferOutcome,
} from '../application/ports/device-transfer';
import { companion } from '../companion.fixture';
import { transferGone } from '../domain/device.errors';
import { type Account } from '../persistence/account.repository';

const house = companion();
const { room } = house;

/** A room above, as small as it can be: a transfer serves once, and waits unless it is told otherwise. */
class OpenTransfers extends DeviceTransfer {
  readonly offers: OfferedDevice[] = [];
  private readonly owners = new Map<string, { accountId: string; outcome: TransferOutcome }>();

  open(accountId: string, outcome: TransferOutcome = { state: 'pending', matchNumber: '47' }): string {
    const id = newId<'DeviceTransfer'>();
    this.owners.set(id, { accountId, outcome });
    return id;
  }
  async findOwner(id: string) {
    return this.owners.get(id)?.accountId ?? null;
  }
  async take(_tx: Tx, id: string, offer: OfferedDevice) {
    const transfer = this.owners.get(id);
    if (!transfer) throw transferGone();
    this.owners.delete(id);
    this.offers.push(offer);
    return transfer.outcome;
  }
}
const transfers = new OpenTransfers();
beforeAll(() => house.get(DeviceTransfers).register(transfers));
beforeEach(() => room.test.clock.reset());

async function offer(transferId: string, phone = house.phone()) {
  const started = await house.post('/api/v1/devices/transfer-options', { transferId });
  const credential = started.status === 200 ? phone.create(started.body.publicKey) : {};
  return house.post('/api/v1/devices', { transferId, name: 'Neues Handy', credential });
}
const activate = (account: Account, deviceId: string) =>
  room.test.database.transaction(async (tx) => {
    await room.accounts.lock(tx, account.id);
    await house.get(Devices).activate(tx, account, deviceId);
  });

describe('a device that another one releases', () => {
  it('S20 brings its key first, can do nothing, and is a device once it was released', async () => {
    const account = await house.activeAccount();
    const phone = house.phone();
    const answer = await offer(transfers.open(account.id), phone);
    const { deviceId } = answer.body;
    expect([answer.status, answer.body, answer.cookie]).toEqual([202, { deviceId, matchNumber: '47' }, '']);

    const stored = await house.stateOf('device', deviceId);
    expect(stored).toMatchObject({ state: 'pending', bound_by: 'transfer' });
    const keyHash = createHash('sha256')
      .update(stored['public_key'] as Buffer)
      .digest('base64url');
    expect(transfers.offers.at(-1)).toMatchObject({ deviceId, accountId: account.id, name: 'Neues Handy', keyHash });
    expect(await house.unlock(phone)).toMatchObject({ status: 401, body: { code: 'device-pending' }, cookie: '' });
    expect(await house.get(Devices).list(account.id)).toEqual([]);
    expect(await house.events(account.id)).toEqual([]);

    await activate(account, deviceId);
    expect((await house.unlock(phone)).status).toBe(200);
    expect(await house.events(account.id)).toEqual(['identity.device-bound']);
    expect(await house.stateOf('account', account.id)).toMatchObject({ sensitive_frozen_until: null });
    await expect(activate(account, deviceId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is a device at once where the room above says so', async () => {
    const account = await house.activeAccount();
    const answer = await offer(transfers.open(account.id, { state: 'active' }));
    expect(answer).toMatchObject({ status: 201, body: { name: 'Neues Handy' } });
    expect((await house.call('GET', '/api/v1/device/session', { cookie: answer.cookie })).status).toBe(200);
  });

  it('S20 serves once, for ten minutes, and not while the account is locked', async () => {
    const account = await house.activeAccount();
    const used = transfers.open(account.id);
    await offer(used);
    expect(await offer(used)).toMatchObject({ status: 409, body: { code: 'transfer-expired' } });
    expect(await offer(newId())).toMatchObject({ status: 409, body: { code: 'transfer-expired' } });

    const late = transfers.open(account.id);
    const { publicKey } = (await house.post('/api/v1/devices/transfer-options', { transferId: late })).body;
    await room.test.clock.advance('10 minutes 1 second');
    const credential = house.phone().create(publicKey);
    const answer = await house.post('/api/v1/devices', { transferId: late, name: 'Handy', credential });
    expect(answer).toMatchObject({ status: 409, body: { code: 'transfer-expired' } });

    const open = transfers.open(account.id);
    await room.test.database.transaction((tx) =>
      house.get(AccountLocks).lock(tx, { accountId: account.id, insuredId: account.insuredId }, 'fraud'),
    );
    expect(await offer(open)).toMatchObject({ status: 409, body: { code: 'transfer-expired' } });
  });

  it('S16 refuses a key without a verified user', async () => {
    const account = await house.activeAccount();
    const transferId = transfers.open(account.id);
    const { publicKey } = (await house.post('/api/v1/devices/transfer-options', { transferId })).body;
    const credential = house.phone().create(publicKey, { uv: false });
    const answer = await house.post('/api/v1/devices', { transferId, name: 'Handy', credential });
    expect(answer).toMatchObject({ status: 422, body: { code: 'assertion-invalid' } });
  });

  it('S20 never makes a fourth of three, and an offer that came to nothing leaves nothing', async () => {
    const account = await house.activeAccount();
    const waiting = (await offer(transfers.open(account.id))).body.deviceId;
    for (let n = 0; n < 3; n++) await house.bind(account, house.phone());
    await expect(activate(account, waiting)).rejects.toMatchObject({ code: 'too-many-devices' });
    expect(await offer(transfers.open(account.id))).toMatchObject({ status: 409, body: { code: 'too-many-devices' } });
    await room.test.database.transaction((tx) => house.get(Devices).discard(tx, account.id, waiting));
    expect(await house.stateOf('device', waiting)).toEqual({});
  });
});
