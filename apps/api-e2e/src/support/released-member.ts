import { mailedCode, type RunningHouse } from '@of/testing';
import type { Caller } from './caller';
import { consents, loggedIn, PASSWORD } from './members';
import { boundPhone, type Phone } from './phones';

/** A member at level `full`: the browser whose login the phone released, and the phone. */
export interface ReleasedMember {
  browser: Caller;
  phone: Phone;
  kvnr: string;
  email: string;
  password: string;
}

/** Registers, binds a phone with the code of the letter, logs in with it and finishes the first steps. */
export async function releasedMember(
  house: RunningHouse,
  person: { kvnr: string; postalCode: string },
  email: string,
): Promise<ReleasedMember> {
  const phone = await boundPhone(house, person);
  const browser = await loggedIn(house, person.kvnr);
  const { approval } = (await browser.get('/api/v1/session')).body as { approval: Record<string, unknown> };
  const released = await phone.approve(approval);
  if (released.status !== 200) throw new Error(`release: ${released.status} ${released.text}`);
  const steps = async (method: string, path: string, body: unknown) => {
    const answer = await browser.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  };
  await steps('POST', '/api/v1/session/consents', consents);
  await steps('PUT', '/api/v1/me/email', { email, password: PASSWORD });
  await steps('POST', '/api/v1/me/email/verification', { code: await mailedCode(house, email) });
  await steps('PUT', '/api/v1/me/mobile', { mobile: null, password: PASSWORD });
  return { browser, phone, kvnr: person.kvnr, email, password: PASSWORD };
}
