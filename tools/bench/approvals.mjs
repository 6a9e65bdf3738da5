import { fork } from 'node:child_process';
import path from 'node:path';
import bcrypt from 'bcrypt';
import { findFreePort } from '../start-up/ports.mjs';
import { bindPhones, call, follow } from './phones.mjs';
import { identityOf, PASSWORD } from './people.mjs';

const addressOf = (n) => `127.${1 + (n % 200)}.${1 + (Math.floor(n / 200) % 200)}.11`;

/** The bare server with one stream for each name, as a process of its own. */
export async function openBareStreams(house, execArgv = []) {
  const port = await findFreePort();
  const child = fork(path.join(import.meta.dirname, 'bare-streams.mjs'), {
    env: { ...process.env, DATABASE_URL: house.postgres.url, PORT: String(port) },
    execArgv,
  });
  await new Promise((resolve) => child.once('message', resolve));
  return { url: `http://127.0.0.1:${port}`, child };
}

const percentile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const figures = (times) => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), rounds: times.length });

/**
 * How soon a phone shows what the portal asks, and how soon the portal goes on after the release: each round with a member
 * of its own, over two streams, beside a bare server that only passes a NOTIFY on. A login is shown once its password was
 * right: that hash stands beside it.
 */
export async function benchApprovals(house, cookies, { rounds = 60, logins = 20 } = {}) {
  const phones = await bindPhones(house, 1, rounds);
  const bare = await openBareStreams(house);
  const times = { shown: [], released: [], login: [], hash: [], bare: [] };
  const hash = await bcrypt.hash('x', 12);
  try {
    for (let n = 0; n < rounds; n++) {
      times.bare.push(await passOn(bare.url, `round-${n}`));
      const device = follow(`${house.companionUrl}/api/v1/device/events`, phones[n].cookie);
      await device.next(() => true);
      const { shown, approval } = await ask(house, cookies[n], device, n);
      times.shown.push(shown);
      times.released.push(await release(house, phones[n], cookies[n], approval));
      if (n < logins) {
        const start = performance.now();
        await bcrypt.compare('y', hash);
        times.hash.push(performance.now() - start);
        times.login.push(await logIn(house, n, device));
      }
      device.close();
    }
  } finally {
    bare.child.kill();
  }
  return {
    shown: figures(times.shown),
    released: figures(times.released),
    login: figures(times.login),
    hash: figures(times.hash),
    bare: figures(times.bare),
  };
}

/** From the call that tells until the stream has it. */
async function passOn(url, name) {
  const stream = follow(`${url}/${name}`);
  await stream.opened;
  const start = performance.now();
  const heard = stream.next(() => true).then(() => performance.now() - start);
  await call(`${url}/${name}`, { method: 'POST' });
  const time = await heard;
  stream.close();
  return time;
}

/** From the call of the portal that asks until the phone has it. */
async function ask(house, cookie, device, n) {
  const known = new Set();
  const start = performance.now();
  const shown = device
    .next(({ items }) => items.some(({ id }) => !known.has(id)))
    .then(() => performance.now() - start);
  const body = { iban: 'DE02120300000000202051', accountHolder: `Bench ${n}` };
  const answer = await call(`${house.url}/api/v1/me/bank-account`, { method: 'PUT', cookie, body });
  if (answer.status !== 202) throw new Error(`asking was answered with ${answer.status} ${answer.body.code}`);
  return { shown: await shown, approval: answer.body };
}

/** From the call that releases until the portal has it. */
async function release(house, phone, cookie, { id, matchNumber }) {
  const portal = follow(`${house.url}/api/v1/me/approvals/${id}/events`, cookie);
  await portal.next(() => true);
  const at = `${house.companionUrl}/api/v1/device/approvals/${id}`;
  const options = await call(`${at}/options`, { method: 'POST', cookie: phone.cookie });
  const body = { decision: 'approve', matchNumber, credential: phone.assertion(options.body) };
  const start = performance.now();
  const moved = portal.next(({ status }) => status === 'approved').then(() => performance.now() - start);
  const answer = await call(`${at}/decision`, { method: 'POST', cookie: phone.cookie, body });
  if (answer.status !== 200) throw new Error(`the release was answered with ${answer.status} ${answer.body.code}`);
  const time = await moved;
  portal.close();
  return time;
}

/** From user name and password, whose hash alone takes most of the time, until the phone has the login. */
async function logIn(house, n, device) {
  const body = { username: identityOf(n + 1).kvnr, password: PASSWORD };
  const start = performance.now();
  const shown = device.next(({ items }) => items.some(({ action }) => action === 'login'));
  const answer = await call(`${house.url}/api/v1/session`, { method: 'POST', body, localAddress: addressOf(n) });
  if (answer.status !== 200) throw new Error(`the login was answered with ${answer.status}`);
  await shown;
  return performance.now() - start;
}
