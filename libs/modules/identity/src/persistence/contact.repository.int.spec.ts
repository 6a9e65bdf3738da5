import { identityRoom } from '../identity-room.fixture';

const room = identityRoom();
const setEmail = (accountId: string, email: string) =>
  room.test.database.transaction((tx) => room.contacts.set(tx, accountId, 'email', email));

describe('contacts', () => {
  it('C1 an address another account uses is kept, but is no user name', async () => {
    const [mother, son] = [await room.newAccount(), await room.newAccount('Leuchtturm-1-Kaffee')];
    await setEmail(mother.id, 'familie@beispiel.example');
    await setEmail(son.id, 'Familie@Beispiel.example');
    expect((await room.contacts.read(son.id)).email).toEqual({ value: 'Familie@Beispiel.example', verified: true });
    expect((await room.attempt({ username: 'familie@beispiel.example' })).actor.accountId).toBe(mother.id);
    await expect(
      room.attempt({ username: 'familie@beispiel.example', password: 'Leuchtturm-1-Kaffee' }),
    ).rejects.toMatchObject({ code: 'login-failed' });
  });

  it('C1 gives an address to one of ten accounts that confirm it at once', async () => {
    const accounts = await Promise.all(Array.from({ length: 10 }, () => room.newAccount()));
    await Promise.all(
      accounts.map(({ id }, index) => setEmail(id, index % 2 ? 'EINE@beispiel.example' : 'eine@beispiel.example')),
    );
    const names = await room.test.query<{ is_username: boolean }>(
      `SELECT is_username FROM identity.contact WHERE lower(value) = 'eine@beispiel.example'`,
    );
    expect(names).toHaveLength(10);
    expect(names.filter(({ is_username: isName }) => isName)).toHaveLength(1);
  });

  it('C13 is complete with an e-mail address and a mobile number, or with none by choice', async () => {
    const account = await room.newAccount();
    const inTx = room.test.database;
    const isComplete = () => inTx.transaction((tx) => room.contacts.isComplete(tx, account.id));
    await setEmail(account.id, 'lena@beispiel.example');
    expect(await isComplete()).toBe(false);
    await inTx.transaction((tx) => room.contacts.declineMobile(tx, account.id));
    expect(await isComplete()).toBe(true);
    await inTx.transaction((tx) => room.contacts.set(tx, account.id, 'mobile', '+4915123456789'));
    expect(await room.contacts.read(account.id)).toMatchObject({
      mobileDeclined: false,
      mobile: { value: '+4915123456789' },
    });
    expect(await isComplete()).toBe(true);
  });

  it('frees the address when its owner changes to another one', async () => {
    const [one, two] = [await room.newAccount(), await room.newAccount()];
    await setEmail(one.id, 'wandert@beispiel.example');
    await setEmail(one.id, 'neu@beispiel.example');
    await setEmail(two.id, 'wandert@beispiel.example');
    expect((await room.attempt({ username: 'wandert@beispiel.example' })).actor.accountId).toBe(two.id);
  });
});
