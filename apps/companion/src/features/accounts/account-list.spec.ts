import { forgetAccount, listAccounts, rememberAccount } from './account-list';

const erika = { deviceId: 'a', givenName: 'Erika', deviceName: 'Handy von Erika' };
const jonas = { deviceId: 'b', givenName: 'Jonas', deviceName: 'Handy von Erika, Jonas' };

describe('accounts on this device', () => {
  afterEach(() => {
    for (const { deviceId } of listAccounts()) forgetAccount(deviceId);
    localStorage.clear();
  });

  it('E4 keeps several side by side; taking one away leaves the others', () => {
    rememberAccount(erika);
    rememberAccount(jonas);
    forgetAccount('a');
    expect(listAccounts()).toEqual([jonas]);
  });

  it('S29 stores id, given name and name of the device, and nothing else that an answer knows', () => {
    const answer = { ...erika, familyName: 'Muster', kvnr: 'A123456780', verifiedUntil: '2026-11-24T10:00:00Z' };
    rememberAccount(answer);
    expect(Object.keys(localStorage)).toEqual(['of.accounts']);
    expect(JSON.parse(localStorage.getItem('of.accounts') ?? '')).toEqual([erika]);
  });

  it('E4 has them again at the next visit', async () => {
    rememberAccount(erika);
    rememberAccount(jonas);
    await jest.isolateModulesAsync(async () => {
      const nextVisit = await import('./account-list');
      expect(nextVisit.listAccounts()).toEqual([erika, jonas]);
    });
  });

  it('takes over a new name in place', () => {
    rememberAccount(erika);
    rememberAccount(jonas);
    rememberAccount({ ...erika, deviceName: 'Altes Handy' });
    expect(listAccounts().map(({ deviceName }) => deviceName)).toEqual(['Altes Handy', 'Handy von Erika, Jonas']);
  });

  it('reads nothing into what another hand has written', () => {
    localStorage.setItem(
      'of.accounts',
      '[{"deviceId":1},null,{"deviceId":"c","givenName":"C","deviceName":"D","x":1}]',
    );
    dispatchEvent(new StorageEvent('storage', { key: 'of.accounts' }));
    expect(listAccounts()).toEqual([{ deviceId: 'c', givenName: 'C', deviceName: 'D' }]);
  });
});
