import { fork } from 'node:child_process';
import path from 'node:path';
import { findFreePort } from '../start-up/ports.mjs';
import { load } from './load.mjs';

/** `GET /me` beside a bare server with the same look-ups, in turns, 20 connections. */
export async function benchMe(house, cookies, { rounds = 3, seconds = 8 } = {}) {
  const port = await findFreePort();
  const bare = fork(path.join(import.meta.dirname, 'bare-server.mjs'), {
    env: {
      ...process.env,
      DATABASE_URL: house.postgres.url,
      SESSION_SECRET: house.secrets.SESSION_SECRET,
      PORT: String(port),
    },
  });
  await new Promise((resolve) => bare.once('message', resolve));
  const own = [];
  const raw = [];
  let failed = 0;
  try {
    // The first seconds of a process measure its compiler, not its code.
    await load(`${house.url}/api/v1/me`, cookies, 3);
    await load(`http://127.0.0.1:${port}/me`, cookies, 3);
    for (let round = 0; round < rounds; round++) {
      const one = await load(`${house.url}/api/v1/me`, cookies, seconds);
      const two = await load(`http://127.0.0.1:${port}/me`, cookies, seconds);
      own.push(one.perSecond);
      raw.push(two.perSecond);
      failed += one.failed + two.failed;
    }
  } finally {
    bare.kill();
  }
  const best = Math.max(...own);
  const rawBest = Math.max(...raw);
  return { ratio: best / rawBest, perSecond: best, rawPerSecond: rawBest, failed };
}
