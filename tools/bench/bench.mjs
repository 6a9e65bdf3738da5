import path from 'node:path';
import { build } from '../build/build.mjs';
import { benchCertificates, benchDocumentList } from './applications.mjs';
import { benchApprovals } from './approvals.mjs';
import { benchImport } from './import.mjs';
import { openHouse } from './house.mjs';
import { benchBulk, benchLetter } from './letters.mjs';
import { benchLogins } from './logins.mjs';
import { benchMe } from './me.mjs';
import { importPeople, openAccounts } from './people.mjs';
import { benchPostbox } from './postbox.mjs';
import { benchStreams } from './streams.mjs';
import { benchSweep } from './sweep.mjs';
import { benchUploads } from './uploads.mjs';

/**
 * `npm run bench`: each figure beside its raw baseline, measured in turns in one run. The machine is noisy, so the ratio
 * counts, not the seconds. `npm run bench -- quick` measures less and shorter.
 */
const isQuick = process.argv.includes('quick');
const ACCOUNTS = 600;
const LETTERS = isQuick ? 100 : 400;
const round = (value, digits = 2) => value.toFixed(digits);

/** @type {(name: string, figure: string, goal: string, isMet: boolean) => void} */
function print(name, figure, goal, isMet) {
  console.log(`${isMet ? 'ok  ' : 'MISS'} ${name.padEnd(36)} ${figure.padEnd(56)} goal ${goal}`);
}

await build({ node: true, web: false });
const house = await openHouse();
try {
  await importPeople(house, ACCOUNTS + LETTERS + 100);
  const cookies = await openAccounts(house, 1, ACCOUNTS);
  const api = house.keep('apps/api/src/main.js');
  const readyAfter = await house.untilReady();
  print('API ready after start', `${round(readyAfter, 0)} ms`, '<= 2000 ms', readyAfter <= 2_000);

  const me = await benchMe(house, cookies, isQuick ? { rounds: 1, seconds: 4 } : {});
  print(
    'GET /me',
    `${round(me.ratio)} of bare (${round(me.perSecond, 0)}/s, bare ${round(me.rawPerSecond, 0)}/s, ${me.failed} refused)`,
    '>= 0.60',
    me.ratio >= 0.6 && me.failed === 0,
  );

  const logins = await benchLogins(house, cookies, ACCOUNTS, isQuick ? { seconds: 5, rounds: 1 } : {});
  print(
    'logins',
    `${round(logins.ratio)} of bare bcrypt (${round(logins.perSecond)}/s, bare ${round(logins.rawPerSecond)}/s)`,
    '>= 0.90',
    logins.ratio >= 0.9,
  );
  print(
    'event loop p99 during a login flood',
    `${round(logins.eventLoopP99, 1)} ms`,
    '<= 50 ms',
    logins.eventLoopP99 <= 50,
  );
  print('GET /me p99 during a login flood', `${round(logins.othersP99, 0)} ms`, '<= 300 ms', logins.othersP99 <= 300);

  const post = await benchPostbox(house, cookies, isQuick ? { rounds: 40 } : {});
  const pages = ['newest', 'oldest', 'unread', 'search', 'badge'];
  const slowest = Math.max(...pages.map((page) => post[page]));
  print(
    `postbox with ${post.items} items, p95`,
    `${pages.map((page) => `${page} ${round(post[page], 0)}`).join(', ')} ms (bare page ${round(post.bare, 1)} ms)`,
    '<= 50 ms',
    slowest <= 50,
  );

  const approvals = await benchApprovals(house, cookies, isQuick ? { rounds: 20, logins: 5 } : {});
  const inBoth = ({ p50, p95 }, digits = 0) => `p50 ${round(p50, digits)} p95 ${round(p95, digits)} ms`;
  const { shown, released, login, hash, bare } = approvals;
  const beside = `bare ${inBoth(bare, 1)}, ${bare.rounds} rounds`;
  print('change shown on the phone', `${inBoth(shown)} (${beside})`, 'p95 <= 500 ms', shown.p95 <= 500);
  print('portal goes on after the release', `${inBoth(released)} (${beside})`, 'p95 <= 500 ms', released.p95 <= 500);
  print(
    'login shown on the phone',
    `${inBoth(login)} (bare hash ${inBoth(hash)}, ${login.rounds} rounds)`,
    'p95 <= hash + 500 ms',
    login.p95 <= hash.p95 + 500,
  );

  const list = await benchDocumentList(house, cookies[0], isQuick ? { rounds: 40 } : {});
  print(
    `list of a person with ${list.documents} documents`,
    `first ${inBoth(list.first, 1)}, later ${inBoth(list.later, 1)} (bare SQL ${inBoth(list.bare, 1)})`,
    'p95 <= 50 ms',
    list.first.p95 <= 50 && list.later.p95 <= 50,
  );
  const certificates = await benchCertificates(house, cookies, isQuick ? { rounds: 60 } : {});
  print(
    'certificate, order to PDF',
    `${inBoth(certificates.own)} (Typst alone ${inBoth(certificates.bare)})`,
    'p95 <= 150 ms',
    certificates.own.p95 <= 150,
  );
  await house.stop(api);

  const measured = ['--expose-gc', '--require', path.join(import.meta.dirname, 'collect.cjs')];
  const again = house.keep('apps/api/src/main.js', measured);
  await house.untilReady();
  const { own, raw, count } = await benchStreams(house, again);
  const cost = (memory) => `${round(memory.open - memory.without, 1)} MB on ${round(memory.without, 0)}`;
  print(`${count} open streams`, `${cost(own)} (bare ${cost(raw)})`, '<= 30 MB', own.open - own.without <= 30);
  const worker = house.keep('apps/worker/src/main.js');
  await house.untilIdle();
  const letter = await benchLetter(house, ACCOUNTS + 1);
  print(
    'registration to PDF, p95',
    `${round(letter.p95, 0)} ms (median ${round(letter.median, 0)} ms)`,
    '<= 2000 ms',
    letter.p95 <= 2_000,
  );
  await house.untilIdle();
  const files = await benchUploads(house, again, cookies.slice(400), isQuick ? { rounds: 5 } : {});
  const { up, memory, down } = files;
  print(
    'upload of 20 MB',
    `${round(up.ratio)} of bare (${round(up.own, 0)} ms, bare ${round(up.bare, 0)} ms, with check ${round(up.whole, 0)} ms)`,
    '>= 0.50',
    up.ratio >= 0.5,
  );
  print(
    `${memory.parallel} uploads of 20 MB side by side`,
    `${round(memory.added, 0)} MB on ${round(memory.before, 0)} (${round(memory.seconds, 0)} s with checks)`,
    '<= 150 MB',
    memory.added <= 150,
  );
  print(
    'download of 20 MB',
    `${round(down.ratio)} of bare (${round(down.own, 0)} ms, bare ${round(down.bare, 0)} ms)`,
    '>= 0.50',
    down.ratio >= 0.5,
  );
  await house.stop(again);
  const bulk = await benchBulk(house, worker, ACCOUNTS + 60, LETTERS);
  print('letters in bulk', `${round(bulk.perSecond, 0)}/s`, '>= 50/s', bulk.perSecond >= 50);
} finally {
  await house.close();
}

const imported = await benchImport(isQuick ? { lines: 50_000, rounds: 1, manyLines: 100_000 } : {});
const [few, many] = imported.memory;
print(
  'member import',
  `${round(imported.ratio)} of bare COPY (${imported.lines} lines in ${round(imported.importSeconds)} s)`,
  '>= 0.30',
  imported.ratio >= 0.3,
);
print(
  'import memory',
  `${round(few.peakMb, 0)} MB with ${few.lines} lines, ${round(many.peakMb, 0)} MB with ${many.lines}`,
  'flat',
  many.peakMb <= few.peakMb * 1.5,
);

const sweeps = await benchSweep(isQuick ? { totals: [100_000] } : {});
for (const sweep of sweeps) {
  print(
    'closing after the end of cover',
    `${round(sweep.seconds)} s for ${sweep.due} due of ${sweep.total} accounts`,
    '<= 20 s',
    sweep.seconds <= 20,
  );
}
const [inFew, inMany] = sweeps;
if (inFew && inMany) {
  print(
    'closing follows the due, not the total',
    `${round(inMany.seconds / inFew.seconds)} times as long among ${inMany.total / inFew.total} times as many`,
    '<= 3 times',
    inMany.seconds <= inFew.seconds * 3,
  );
}
