import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import http from 'node:http';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { identityOf } from './people.mjs';

const sha256 = (data) => createHash('sha256').update(data).digest();

/** A device of a member: one P-256 key as WebAuthn level 3 uses it, and the cookie of the companion. */
class Phone {
  constructor(house) {
    this.house = house;
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.credentialId = randomBytes(16);
    this.token = randomBytes(32).toString('base64url');
    this.counter = 0;
    const claims = { algorithm: 'HS256', expiresIn: '8h', audience: 'device' };
    this.cookie = `of_device=${jwt.sign({ sid: this.token }, house.secrets.SESSION_SECRET, claims)}`;
  }

  /** The public key in COSE (RFC 9053): EC2, ES256, P-256, x, y. */
  get publicKey() {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    const head = Buffer.from('a5010203262001215820', 'hex');
    return Buffer.concat([
      head,
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  assertion({ challenge, rpId }) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.counter);
    const data = Buffer.concat([sha256(rpId), Buffer.from([0x05]), counter]); // user present and verified
    const origin = this.house.companionOrigin;
    const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey);
    const id = this.credentialId.toString('base64url');
    const [clientDataJSON, authenticatorData] = [client.toString('base64url'), data.toString('base64url')];
    const response = { clientDataJSON, authenticatorData, signature: signature.toString('base64url') };
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

/**
 * Gives the persons of `openAccounts` a device each, and their sessions the level that a release gives. The rows are
 * written directly: binding is not what is measured.
 */
export async function bindPhones(house, from, count) {
  const client = new pg.Client({ connectionString: house.postgres.url });
  await client.connect();
  const phones = [];
  for (let n = from; n < from + count; n++) {
    const phone = new Phone(house);
    const device = randomUUID();
    await client.query(
      `INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
         is_syncable, is_backed_up, bound_by)
       SELECT $1, id, 'Bench', 'active', $3, $4, '{internal}', 0, false, false, 'posted-code'
         FROM identity.account WHERE kvnr = $2`,
      [device, identityOf(n).kvnr, phone.credentialId.toString('base64url'), phone.publicKey],
    );
    await client.query(
      `INSERT INTO identity.device_session (id, token_hash, device_id, expires_at)
       VALUES ($1, $2, $3, now() + interval '8 hours')`,
      [randomUUID(), sha256(phone.token), device],
    );
    await client.query(
      `UPDATE identity.session SET level = 'full'
        WHERE account_id = (SELECT id FROM identity.account WHERE kvnr = $1)`,
      [identityOf(n).kvnr],
    );
    phones.push(phone);
  }
  await client.end();
  return phones;
}

/** One call over a connection of its own; gives status and body, as JSON where it is some. */
export function call(url, { method = 'GET', cookie = '', body, localAddress } = {}) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const headers = { cookie, ...(payload && { 'content-type': 'application/json' }) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, localAddress, agent: false }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      const isJson = /json/.test(response.headers['content-type'] ?? '');
      resolve({ status: response.statusCode, text, body: isJson ? JSON.parse(text) : {} });
    });
    request.once('error', reject);
    request.end(payload);
  });
}

/**
 * Follows a stream of server-sent events.
 * @returns `next(accepts)` waits for the first event, also of the past, that `accepts` says yes to
 */
export function follow(url, cookie = '') {
  const events = [];
  const waiting = new Set();
  const request = http.get(url, { headers: { cookie }, agent: false }, (response) => {
    let text = '';
    response.on('data', (chunk) => {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop();
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data) events.push(JSON.parse(data));
      }
      for (const look of waiting) look();
    });
  });
  const opened = new Promise((resolve, reject) => {
    request.once('response', ({ statusCode }) =>
      statusCode === 200 ? resolve(undefined) : reject(new Error(`${url} was answered with ${statusCode}`)),
    );
    request.once('error', reject);
  });
  return {
    opened,
    next: (accepts) =>
      new Promise((resolve) => {
        const look = () => {
          const found = events.find(accepts);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => request.destroy(),
  };
}
