import { codeOf, mailedCode, newestLetter, textedCode, type RunningHouse } from '@of/testing';
import type { APIRequestContext, Page } from 'playwright-core';

export const PASSWORD = 'Regenbogen-7-Fahrrad';

export const ERIKA = { kvnr: 'A123456780', postalCode: '01099', email: 'erika@post.example', mobile: '0151 23456789' };
export const AYLIN = { kvnr: 'Z123456783', postalCode: '10115', email: 'aylin@post.example', mobile: '0151 34567890' };
export const LENA = { kvnr: 'X110407071', postalCode: '80331', email: 'lena@post.example', mobile: '0151 45678901' };

export type Person = typeof ERIKA;
export type Step = 'activate' | 'accept-terms' | 'confirm-contact' | 'home';

/** The number as the gateway gets it. */
export const international = ({ mobile }: Person): string => mobile.replace(/\s/g, '').replace(/^0/, '+49');

async function call(api: APIRequestContext, method: string, path: string, data?: object): Promise<unknown> {
  const answer = await api.fetch(`/api/v1${path}`, { method, data });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 200 ? answer.json() : null;
}

interface ListedDocument {
  kind: 'terms' | 'privacy';
  version: string;
  current: boolean;
}

async function currentDocuments(api: APIRequestContext): Promise<{ kind: string; version: string }[]> {
  const { items } = (await call(api, 'GET', '/legal-documents')) as { items: ListedDocument[] };
  return items.filter(({ current }) => current).map(({ kind, version }) => ({ kind, version }));
}

/** Registers through the API; gives the code of the letter. */
export async function register(house: RunningHouse, api: APIRequestContext, person: Person): Promise<string> {
  const versions = Object.fromEntries(
    (await currentDocuments(api)).map(({ kind, version }) => [`${kind}Version`, version]),
  );
  const { kvnr, postalCode } = person;
  await call(api, 'POST', '/registrations', { kvnr, postalCode, password: PASSWORD, ...versions });
  return codeOf(await newestLetter(house, kvnr));
}

/** Signs the browser of this page in, without a click. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await call(page.request, 'POST', '/session', { username, password });
}

/** Brings a registered person through the steps of a first login up to this one, in the session of this page. */
export async function goTo(step: Step, house: RunningHouse, page: Page, person: Person, code: string): Promise<void> {
  const api = page.request;
  await signIn(page, person.kvnr);
  if (step === 'activate') return;
  await call(api, 'POST', '/session/activation', { code });
  if (step === 'accept-terms') return;
  await call(api, 'POST', '/session/consents', { documents: await currentDocuments(api) });
  if (step === 'confirm-contact') return;
  await confirmContact(house, api, person);
}

async function confirmContact(house: RunningHouse, api: APIRequestContext, person: Person): Promise<void> {
  await call(api, 'PUT', '/me/email', { email: person.email, password: PASSWORD });
  await call(api, 'POST', '/me/email/verification', { code: await mailedCode(house, person.email) });
  await call(api, 'PUT', '/me/mobile', { mobile: person.mobile, password: PASSWORD });
  await call(api, 'POST', '/me/mobile/verification', { code: await textedCode(house, international(person)) });
}

/** What is left to do in a session that a phone has released: terms, e-mail address, mobile number. */
export async function finishFirstLogin(house: RunningHouse, page: Page, person: Person): Promise<void> {
  await call(page.request, 'POST', '/session/consents', { documents: await currentDocuments(page.request) });
  await confirmContact(house, page.request, person);
}

/** A member who has done everything, signed in on this page. */
export async function member(house: RunningHouse, page: Page, person: Person): Promise<void> {
  await goTo('home', house, page, person, await register(house, page.request, person));
}
