import { openBareStreams } from './approvals.mjs';
import { bindPhones, call, follow } from './phones.mjs';

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const MIB = 2 ** 20;
/** Longer than the time after which each stream looks by itself, and than a heartbeat. */
const SETTLE_MS = 22_000;

/**
 * Resident memory that open streams of devices cost the API, each of a member of their own, beside a bare server that holds
 * as many. Garbage is collected before each look.
 */
export async function benchStreams(house, api, { from = 101, count = 200 } = {}) {
  const phones = await bindPhones(house, from, count);
  const bare = await openBareStreams(house, ['--expose-gc']);
  const own = {
    open: (n) => follow(`${house.companionUrl}/api/v1/device/events`, phones[n].cookie),
    memory: async () => {
      api.kill('SIGWINCH');
      await wait(300);
      const { text } = await call(`${house.url}/metrics`);
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / MIB;
    },
  };
  const raw = {
    open: (n) => follow(`${bare.url}/stream-${n}`),
    memory: async () => {
      bare.child.send('memory');
      const { rss } = await new Promise((resolve) => bare.child.once('message', resolve));
      return rss / MIB;
    },
  };
  try {
    return { count, own: await costOf(own, count), raw: await costOf(raw, count) };
  } finally {
    bare.child.kill();
  }
}

/** @returns MiB without streams, the smaller of before and after, and with them */
async function costOf(server, count) {
  await hold(server, count, () => wait(SETTLE_MS)); // the first set warms up what every process needs once
  const before = await settled(server);
  const open = await hold(server, count, async () => {
    await wait(SETTLE_MS);
    return settled(server);
  });
  const after = await settled(server);
  return { without: Math.min(before, after), open };
}

/** Looks until nothing more is collected. */
async function settled(server) {
  let [least, calm] = [Number.POSITIVE_INFINITY, 0];
  for (let look = 0; look < 40 && calm < 5; look++) {
    const now = await server.memory();
    calm = now > least - 0.5 ? calm + 1 : 0;
    least = Math.min(least, now);
    await wait(500);
  }
  return least;
}

async function hold(server, count, work) {
  const streams = Array.from({ length: count }, (_, n) => server.open(n));
  await Promise.all(streams.map(({ opened }) => opened));
  try {
    return await work();
  } finally {
    for (const stream of streams) stream.close();
  }
}
