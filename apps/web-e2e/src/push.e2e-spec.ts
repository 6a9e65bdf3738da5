import { PushEndpoint, until } from '@of/testing';
import type { CDPSession, Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { newPhone, phoneHeading as heading, bind } from './support/companion';
import { AYLIN, PASSWORD, register } from './support/people';
import { Portal } from './support/portal';

let portal: Portal;
let phone: Page;
let endpoint: PushEndpoint;
let devtools: CDPSession;

interface ShownHint {
  title: string;
  body: string;
  tag: string;
}

/** What the phone shows outside of the app. */
const hints = (): Promise<ShownHint[]> =>
  phone.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const shown = (await registration?.getNotifications()) ?? [];
    return shown.map(({ title, body, tag }) => ({ title, body, tag }));
  });

/** Hands a push to the service worker, as the browser does once it has opened the envelope. */
async function deliver(data: string): Promise<void> {
  const registration = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      // One that is still being installed gets nothing, and nobody is told.
      const working = versions.find(({ status }) => status === 'activated');
      if (working) resolve(working.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const origin = portal.house.companionOrigin;
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registration, data });
  await devtools.send('ServiceWorker.disable');
}

async function logIn(): Promise<Page> {
  const page = await portal.visitor();
  await page.goto('/anmelden');
  await page.getByLabel('Benutzername').fill(AYLIN.kvnr);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await heading(page, 'Bitte bestätigen Sie auf Ihrem Gerät');
  return page;
}

beforeAll(async () => {
  portal = await Portal.open();
  endpoint = await PushEndpoint.open();
  const visitor = await portal.visitor();
  const code = await register(portal.house, visitor.request, AYLIN);
  await visitor.context().close();
  phone = await newPhone(portal);
  await phone.context().grantPermissions(['notifications'], { origin: portal.house.companionOrigin });
  // This Chromium has no push service behind it: ours takes its place. All else is the browser's own.
  await phone.addInitScript((subscription) => {
    const made = {
      endpoint: subscription.endpoint,
      options: { applicationServerKey: null as ArrayBuffer | null },
      toJSON: () => subscription,
      unsubscribe: async () => localStorage.removeItem('subscribed'),
    };
    PushManager.prototype.getSubscription = async () =>
      (localStorage.getItem('subscribed') ? made : null) as unknown as PushSubscription | null;
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem('subscribed', 'yes');
      return made as unknown as PushSubscription;
    };
  }, endpoint.subscription);
  await bind(phone, AYLIN, code);
  devtools = await phone.context().newCDPSession(phone);
});
afterAll(async () => {
  await endpoint?.close();
  await portal?.close();
});

describe('hints on the phone', () => {
  it('are switched on in the settings, which have no barriers', async () => {
    await phone.goto('/einstellungen');
    await heading(phone, 'Einstellungen');
    await phone.getByText('Hinweise sind ausgeschaltet').waitFor();
    expect(await barriers(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Hinweise einschalten' }).press('Enter');
    await phone.getByText('Hinweise sind eingeschaltet').waitFor();
    expect(await barriers(phone)).toEqual([]);
  });

  it('D5 say that something waits, without a name or a content, and lead there', async () => {
    const page = await logIn();
    const push = await until('a push', () => endpoint.received[0]);
    expect([push.payload, push.headers['urgency'], endpoint.faults]).toEqual(['{"kind":"approval"}', 'high', []]);
    await deliver(push.payload);
    expect(await until('a hint', async () => (await hints())[0])).toEqual({
      title: 'Eine Freigabe wartet auf Sie.',
      body: '',
      tag: 'approval',
    });
    const [worker] = phone.context().serviceWorkers();
    await worker?.evaluate(async () => {
      const scope = globalThis as unknown as { registration: ServiceWorkerRegistration } & EventTarget;
      const [notification] = await scope.registration.getNotifications();
      const Click = (globalThis as unknown as { NotificationEvent: new (type: string, init: object) => Event })
        .NotificationEvent;
      scope.dispatchEvent(new Click('notificationclick', { notification }));
    });
    await heading(phone, 'Guten Tag, Aylin');
    expect(await hints()).toEqual([]);
    await page.context().close();
  });

  it('go away by themselves when nothing waits any more', async () => {
    await phone.getByRole('link', { name: /Ansehen und entscheiden/ }).press('Enter');
    await deliver('{"kind":"approval"}');
    await until('a hint', async () => (await hints())[0]);
    await phone.getByRole('button', { name: 'Ablehnen' }).click();
    await phone.getByRole('button', { name: /Ich habe es mir anders überlegt/ }).click();
    await heading(phone, 'Abgelehnt');
    await until('the hint is gone', async () => (await hints()).length === 0);
  });

  it('are switched off, and no push comes', async () => {
    await phone.goto('/einstellungen');
    await phone.getByRole('button', { name: 'Hinweise ausschalten' }).press('Enter');
    await phone.getByText('Hinweise sind ausgeschaltet').waitFor();
    const before = endpoint.requests;
    await (await logIn()).context().close();
    await phone.goto('/');
    await phone.getByText('Eine Freigabe wartet auf Sie.').waitFor(); // the app follows by itself
    const open = async () =>
      (
        await portal.house.query(
          `SELECT FROM platform.outbox_event WHERE name LIKE 'approval.%' AND done_at IS NULL AND dead_at IS NULL`,
        )
      ).length;
    await until('the request was told', async () => (await open()) === 0);
    expect(endpoint.requests).toBe(before);
  });
});
