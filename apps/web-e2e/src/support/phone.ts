import { type RunningHouse, VirtualAuthenticator } from '@of/testing';
import { PASSWORD } from './people';

type Json = Record<string, unknown>;

/** A member's phone without a screen: what the companion does, call by call. */
export class Phone {
  /** The device's own, `name=value`. */
  cookie = '';
  private readonly key: VirtualAuthenticator;

  constructor(private readonly house: RunningHouse) {
    this.key = new VirtualAuthenticator(house.companionOrigin);
  }

  async bind(username: string, code: string): Promise<void> {
    const { bindingId, publicKey } = await this.call('POST', '/devices/binding-options', {
      username,
      password: PASSWORD,
      code,
    });
    const credential = this.key.create(publicKey as never);
    await this.call('POST', '/devices', { bindingId, name: 'Erikas Handy', credential });
  }

  /** The one approval that waits. */
  async waiting(): Promise<Json> {
    const { items } = await this.call('GET', '/device/approvals');
    const [approval] = items as Json[];
    if (!approval) throw new Error('nothing waits on this phone');
    return approval;
  }

  async decide(decision: 'approve' | 'decline'): Promise<void> {
    const { id, matchNumber } = await this.waiting();
    const path = `/device/approvals/${String(id)}`;
    const options = await this.call('POST', `${path}/options`);
    const credential = decision === 'approve' ? this.key.get(options as never) : undefined;
    await this.call('POST', `${path}/decision`, { decision, matchNumber, credential });
  }

  private async call(method: string, path: string, body?: object): Promise<Json> {
    const answer = await fetch(`${this.house.companionOrigin}/api/v1${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text || '{}') as Json;
  }
}
