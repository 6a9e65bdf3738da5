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

  /** Takes a photo of a paper and sends it in one piece (tus 1.0). */
  async sendPhoto(photo: Buffer, name = 'foto.jpg'): Promise<void> {
    const send = async (method: string, path: string, headers: Record<string, string>, body?: Buffer) => {
      const answer = await fetch(new URL(path, this.house.companionOrigin), {
        method,
        headers: { cookie: this.cookie, 'tus-resumable': '1.0.0', ...headers },
        ...(body ? { body: new Uint8Array(body) } : {}),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.headers;
    };
    const created = await send('POST', '/api/v1/uploads', {
      'upload-length': String(photo.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    });
    const content = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    await send('PATCH', created.get('location') ?? '', content, photo);
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
