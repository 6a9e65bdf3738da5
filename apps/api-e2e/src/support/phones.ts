import { type RunningHouse, VirtualAuthenticator, type Spoiled } from '@of/testing';
import { Caller, type Answer } from './caller';
import { PASSWORD, registered } from './members';

type Json = Record<string, unknown>;

/** A member's phone: an authenticator and the companion that is open on it. */
export class Phone {
  readonly caller: Caller;

  constructor(
    house: RunningHouse,
    readonly key = new VirtualAuthenticator(house.companionOrigin),
  ) {
    this.caller = Caller.companion(house);
  }

  startBinding(username: string, code: string, password = PASSWORD): Promise<Answer> {
    return this.caller.post('/api/v1/devices/binding-options', { username, password, code });
  }

  async bind(username: string, code: string, spoiled: Spoiled = {}): Promise<Answer> {
    const started = await this.startBinding(username, code);
    if (started.status !== 200) return started;
    return this.finishBinding(started.body, spoiled);
  }

  finishBinding({ bindingId, publicKey }: Json, spoiled: Spoiled = {}): Promise<Answer> {
    const credential = this.key.create(publicKey as never, spoiled);
    return this.caller.post('/api/v1/devices', { bindingId, name: 'Handy', credential });
  }

  /** Opens the companion with the device's key. */
  async open(spoiled: Spoiled = {}): Promise<Answer> {
    const { body } = await this.caller.post('/api/v1/device/session-options', {});
    const credential = this.key.get(body['publicKey'] as never, spoiled);
    return this.caller.post('/api/v1/device/session', { challengeId: body['challengeId'], credential });
  }

  async openApprovals(): Promise<Json[]> {
    return (await this.caller.get('/api/v1/device/approvals')).body['items'] as Json[];
  }

  /** Releases an approval as a member would: with the number that the browser shows. */
  async approve(approval: Json, spoiled: Spoiled = {}): Promise<Answer> {
    const options = await this.caller.post(`/api/v1/device/approvals/${String(approval['id'])}/options`);
    if (options.status !== 200) return options;
    return this.decide(approval, this.key.get(options.body as never, spoiled));
  }

  decide(approval: Json, credential: unknown): Promise<Answer> {
    const { id, matchNumber } = approval;
    return this.caller.post(`/api/v1/device/approvals/${String(id)}/decision`, {
      decision: 'approve',
      matchNumber,
      credential,
    });
  }

  decline(approval: Json, reason?: 'not-me'): Promise<Answer> {
    const { id, matchNumber } = approval;
    return this.caller.post(`/api/v1/device/approvals/${String(id)}/decision`, {
      decision: 'decline',
      matchNumber,
      ...(reason ? { reason } : {}),
    });
  }
}

/** Registers a person and opens the account with the phone as second factor. */
export async function boundPhone(house: RunningHouse, person: { kvnr: string; postalCode: string }): Promise<Phone> {
  const phone = new Phone(house);
  const bound = await phone.bind(person.kvnr, await registered(house, person));
  if (bound.status !== 201) throw new Error(`bind: ${bound.status} ${bound.text}`);
  return phone;
}
