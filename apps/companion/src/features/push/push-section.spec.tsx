import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api } from '@of/api-client';
import { rememberAccount } from '../accounts/account-list';
import { keepHints } from './hints';
import { PushSection } from './push-section';

const KEY = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM';
const bytes = Uint8Array.from(Buffer.from(KEY, 'base64url'));
const subscription = (key = bytes) => ({
  options: { applicationServerKey: key.buffer },
  toJSON: () => ({ endpoint: 'https://push.example.org/1', expirationTime: null, keys: { p256dh: KEY, auth: 'x' } }),
  unsubscribe: jest.fn(async () => {
    present = null;
    return true;
  }),
});
let present: ReturnType<typeof subscription> | null;
let isOn: boolean;
const calls: { method: string; body: unknown }[] = [];
const subscribe = jest.fn(async (_options: unknown) => (present = subscription()));
const requestPermission = jest.fn(async () => permission('granted'));

function permission(value: NotificationPermission): NotificationPermission {
  Object.assign(globalThis, { Notification: { permission: value, requestPermission } });
  return value;
}

/** A browser that can push, and a server that keeps what it is told. */
function prepare(): void {
  const pushManager = { subscribe, getSubscription: async () => present };
  const registration = { pushManager, getNotifications: async () => [] };
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { ready: Promise.resolve(registration), getRegistration: async () => registration },
  });
  Object.assign(globalThis, { PushManager: class {} });
  const response = { ok: true, status: 200, headers: new Map() };
  const answer = async (data: unknown) => ({ data, response });
  const tell = (method: string, on: boolean) => (_path: unknown, init?: { body?: unknown }) => {
    calls.push({ method, body: init?.body });
    isOn = on;
    return answer(undefined) as never;
  };
  jest.spyOn(api, 'GET').mockImplementation(() => answer({ isOn, publicKey: KEY }) as never);
  jest.spyOn(api, 'PUT').mockImplementation(tell('PUT', true));
  jest.spyOn(api, 'DELETE').mockImplementation(tell('DELETE', false));
}

beforeEach(() => {
  [present, isOn, calls.length] = [null, false, 0];
  jest.clearAllMocks();
  requestPermission.mockImplementation(async () => permission('granted'));
  permission('default');
  prepare();
});

async function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PushSection />
    </QueryClientProvider>,
  );
  await act(async () => undefined);
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('hints on this device', () => {
  it('are switched on after the permission, and off again', async () => {
    await show();
    expect(await screen.findByText('Hinweise sind ausgeschaltet')).toBeVisible();
    await press('Hinweise einschalten');
    expect(await screen.findByText('Hinweise sind eingeschaltet')).toBeVisible();
    expect(subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: bytes });
    expect(calls).toEqual([
      {
        method: 'PUT',
        body: { endpoint: 'https://push.example.org/1', expirationTime: null, keys: { p256dh: KEY, auth: 'x' } },
      },
    ]);
    const made = present;
    await press('Hinweise ausschalten');
    expect(await screen.findByText('Hinweise sind ausgeschaltet')).toBeVisible();
    expect(calls.at(-1)?.method).toBe('DELETE');
    expect(made?.unsubscribe).toHaveBeenCalled();
  });

  it('leave the other accounts of this device theirs', async () => {
    permission('granted');
    [present, isOn] = [subscription(), true];
    for (const deviceId of ['a', 'b']) rememberAccount({ deviceId, givenName: 'Erika', deviceName: 'Handy' });
    await show();
    await press('Hinweise ausschalten');
    expect(await screen.findByText('Hinweise sind ausgeschaltet')).toBeVisible();
    expect(present?.unsubscribe).not.toHaveBeenCalled();
  });

  it('are off here when the browser has lost its subscription, whatever the server thinks', async () => {
    permission('granted');
    isOn = true;
    await show();
    expect(await screen.findByText('Hinweise sind ausgeschaltet')).toBeVisible();
  });

  it('stay off when the question of the browser is refused, and the way out gets the focus', async () => {
    requestPermission.mockImplementation(async () => permission('denied'));
    await show();
    await press('Hinweise einschalten');
    const way = await screen.findByText('Ihr Gerät erlaubt dieser App keine Mitteilungen.');
    expect(way.closest('[tabindex="-1"]')).toHaveFocus();
    expect([screen.queryByRole('button'), calls]).toEqual([null, []]);
  });

  it('stay off when the question was closed, and it can be asked again', async () => {
    requestPermission.mockImplementation(async () => permission('default'));
    await show();
    await press('Hinweise einschalten');
    expect(await screen.findByRole('alert')).toHaveTextContent('Sie haben Mitteilungen noch nicht erlaubt.');
    expect(screen.getByRole('button', { name: 'Hinweise einschalten' })).toBeVisible();
  });

  it('say so when the browser cannot subscribe', async () => {
    subscribe.mockRejectedValueOnce(new DOMException('push service not available', 'AbortError'));
    await show();
    await press('Hinweise einschalten');
    expect(await screen.findByRole('alert')).toHaveTextContent('konnte die Hinweise gerade nicht einrichten');
    expect(calls).toEqual([]);
  });

  it('show the way out where they were refused before, and notice when they are allowed', async () => {
    permission('denied');
    await show();
    expect(screen.getByText(/Öffnen Sie die Einstellungen Ihres Geräts/)).toBeVisible();
    permission('granted');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(await screen.findByRole('button', { name: 'Hinweise einschalten' })).toBeVisible();
  });

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)', 'Auf iPhone und iPad gibt es Hinweise nur'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'Dieser Browser kann keine Hinweise zeigen.'],
  ])('say what is missing in %s', async (userAgent, text) => {
    Reflect.deleteProperty(globalThis, 'PushManager');
    Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });
    jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
    await show();
    expect(screen.getByText(new RegExp(text))).toBeVisible();
    expect(screen.getByText(/Auch ohne Hinweise sehen Sie alles/)).toBeVisible();
  });
});

describe('opening the app', () => {
  it('renews what the browser has replaced', async () => {
    permission('granted');
    [present, isOn] = [subscription(), true];
    await keepHints();
    expect([subscribe.mock.calls.length, calls.map(({ method }) => method)]).toEqual([0, ['PUT']]);
  });

  it('subscribes anew when the server has another key', async () => {
    permission('granted');
    const former = subscription(new Uint8Array(65));
    [present, isOn] = [former, true];
    await keepHints();
    expect(former.unsubscribe).toHaveBeenCalled();
    expect([subscribe.mock.calls.length, calls.map(({ method }) => method)]).toEqual([1, ['PUT']]);
  });

  it.each([
    ['hints are off', 'granted', false],
    ['the permission is gone', 'denied', true],
    ['nobody was asked yet', 'default', true],
  ] as const)('changes nothing when %s', async (_, given, isOnAtServer) => {
    permission(given);
    [present, isOn] = [subscription(), isOnAtServer];
    await keepHints();
    expect([subscribe.mock.calls.length, calls]).toEqual([0, []]);
  });
});
