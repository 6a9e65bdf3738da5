import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { findFreePort } from '../start-up/ports.mjs';

const MIB = 2 ** 20;
const SIZE = 20 * MIB;
/** As the portal sends them: a request may take 30 s, and fifty share the machine. */
const PIECE = 3 * MIB;
const agent = new http.Agent({ keepAlive: true });
const tus = { 'tus-resumable': '1.0.0' };

/** @returns a PDF of one page with a stream of that many bytes of noise */
function paper(size) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    Buffer.concat([Buffer.from(`<< /Length ${size} >>\nstream\n`), randomBytes(size), Buffer.from('\nendstream')]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const starts = [];
  for (const [index, object] of objects.entries()) {
    starts.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const xref = parts.reduce((sum, part) => sum + part.length, 0);
  const lines = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
  const tail = `xref\n0 5\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(tail)]);
}

/** @returns {Promise<{ status: number, headers: object, text: string, bytes: number }>} */
function call(method, url, { headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const length = body ? { 'content-length': body.length } : {};
    const sent = http.request(url, { method, agent, headers: { ...length, ...headers } }, (answer) => {
      const parts = [];
      let bytes = 0;
      answer.on('data', (part) => {
        bytes += part.length;
        if (bytes < MIB) parts.push(part);
      });
      answer.once('error', fail);
      answer.once('end', () =>
        done({ status: answer.statusCode, headers: answer.headers, text: String(Buffer.concat(parts)), bytes }),
      );
    });
    sent.once('error', fail);
    sent.end(body);
  });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function expectStatus(answer, status, what) {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${answer.text}`);
  return answer;
}

/** Resident memory of a process in MiB. */
const resident = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1_024;

/**
 * Uploads and downloads of 20 MB beside bare streams, in turns; and what 50 uploads side by side cost the API in memory.
 * The check of a file is a process of its own and is told apart: bare streams have none.
 */
export async function benchUploads(house, api, cookies, { rounds = 8, parallel = 50 } = {}) {
  const folder = mkdtempSync(path.join(house.folder, 'bare-'));
  const port = await findFreePort();
  const bare = fork(path.join(import.meta.dirname, 'bare-files.mjs'), {
    env: { ...process.env, FOLDER: folder, PORT: String(port) },
  });
  await new Promise((resolve) => bare.once('message', resolve));
  const raw = (name) => `http://127.0.0.1:${port}/${name}`;
  const content = paper(SIZE);

  const start = async (cookie, size) => {
    const headers = { ...tus, cookie, 'upload-length': String(size), 'upload-metadata': 'filename YS5wZGY=' };
    const started = expectStatus(await call('POST', `${house.url}/api/v1/uploads`, { headers }), 201, 'start');
    return `${house.url}${started.headers.location}`;
  };
  const send = async (cookie, url, piece = content.length) => {
    for (let at = 0; at < content.length; at += piece) {
      const headers = { ...tus, cookie, 'upload-offset': `${at}`, 'content-type': 'application/offset+octet-stream' };
      expectStatus(await call('PATCH', url, { headers, body: content.subarray(at, at + piece) }), 204, 'send');
    }
  };

  try {
    const [own, whole, bareUp] = [[], [], []];
    for (let round = -1; round < rounds; round++) {
      const cookie = cookies[round + 1];
      // One byte short: everything is received, sealed, durable and acknowledged, and nothing is checked yet.
      const short = await start(cookie, content.length + 1);
      const times = [
        await timed(() => send(cookie, short)),
        await timed(() => call('PUT', raw('up'), { body: content })),
        await timed(async () => send(cookie, await start(cookie, content.length))),
      ];
      if (round < 0) continue; // the first round measures compilers
      [own, bareUp, whole].forEach((list, index) => list.push(times[index]));
    }

    // Before the fifty: for a while after them a download takes up to twice as long, which is not what one costs.
    const down = await benchDownloads(house, cookies[0], {
      start,
      send,
      size: content.length,
      bareUrl: raw('up'),
      rounds,
    });

    const before = resident(api.pid);
    let peak = before;
    const look = setInterval(() => (peak = Math.max(peak, resident(api.pid))), 20);
    const side = await timed(() =>
      Promise.all(
        cookies.slice(rounds + 1, rounds + 1 + parallel).map(async (cookie) => {
          await send(cookie, await start(cookie, content.length), PIECE);
        }),
      ),
    ).finally(() => clearInterval(look));

    return {
      up: { ratio: median(bareUp) / median(own), own: median(own), bare: median(bareUp), whole: median(whole) },
      memory: { before, added: peak - before, parallel, seconds: side / 1_000 },
      down,
    };
  } finally {
    bare.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Needs the worker, which takes the document out of quarantine. */
async function benchDownloads(house, cookie, { start, send, size, bareUrl, rounds }) {
  const upload = await start(cookie, size);
  await send(cookie, upload);
  const documents = `${house.url}/api/v1/insured-persons/me/documents`;
  const body = Buffer.from(
    JSON.stringify({ category: 'other', uploadIds: [path.basename(upload)], fields: { about: 'Messung' } }),
  );
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const { id } = JSON.parse(expectStatus(await call('POST', documents, { headers, body }), 201, 'submit').text);
  const read = () => call('GET', `${documents}/${id}/content`, { headers: { cookie } });
  const end = performance.now() + 60_000;
  while ((await read()).status !== 200) {
    if (performance.now() > end) throw new Error('the document was not cleared');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const [own, bare] = [[], []];
  for (let round = -1; round < rounds; round++) {
    const times = [
      await timed(async () => {
        if ((await read()).bytes !== size) throw new Error('the download was cut off');
      }),
      await timed(() => call('GET', bareUrl)),
    ];
    if (round < 0) continue;
    own.push(times[0]);
    bare.push(times[1]);
  }
  return { ratio: median(bare) / median(own), own: median(own), bare: median(bare) };
}
