import http from 'node:http';
import bcrypt from 'bcrypt';
import { load } from './load.mjs';
import { identityOf, PASSWORD } from './people.mjs';

/** One login from an address of its own in 127/8, so that no address meets its limit. */
function logIn(house, n, address) {
  const body = JSON.stringify({ username: identityOf(n).kvnr, password: PASSWORD });
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${house.url}/api/v1/session`,
      {
        method: 'POST',
        localAddress: address,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode));
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

const addressOf = (n) => `127.${1 + (n % 200)}.${1 + (Math.floor(n / 200) % 200)}.7`;

/** Runs `work` on eight lanes for some seconds and says how many a second came through. */
async function inLanes(lanes, seconds, work) {
  const end = performance.now() + seconds * 1_000;
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let turn = 0; performance.now() < end; turn++) if (await work(lane + turn * lanes)) done += 1;
    }),
  );
  return done / ((performance.now() - start) / 1_000);
}

/**
 * Logins beside bare parallel bcrypt at the same cost; and the delay of other calls while logins flood in.
 */
export async function benchLogins(house, cookies, people, { seconds = 10, rounds = 3 } = {}) {
  const hash = await bcrypt.hash('x', 12);
  let next = 0;
  const logInNext = async () => (await logIn(house, 1 + (next++ % people), addressOf(next))) === 200;
  const [raws, owns] = [[], []];
  for (let round = 0; round < rounds; round++) {
    raws.push(await inLanes(4, seconds, async () => (await bcrypt.compare('y', hash), true)));
    owns.push(await inLanes(8, seconds, logInNext));
  }
  const [raw, own] = [Math.max(...raws), Math.max(...owns)];

  await eventLoopP99(house);
  const flood = inLanes(60, seconds, logInNext);
  const others = await load(`${house.url}/api/v1/me`, cookies, seconds - 1, 4);
  await flood;
  return {
    ratio: own / raw,
    perSecond: own,
    rawPerSecond: raw,
    othersP99: others.p99,
    eventLoopP99: await eventLoopP99(house),
  };
}

/** The API's own event-loop delay since it was last asked, in milliseconds. */
async function eventLoopP99(house) {
  const metrics = await (await fetch(`${house.url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1] ?? Number.NaN) * 1_000;
}
