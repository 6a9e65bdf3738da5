import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The raw baseline of uploads and downloads: node:http, a stream to the disk through SHA-256, a stream from the disk; no
 * session, no database, no seal. Started as a process of its own: `node bare-files.mjs`, with FOLDER and PORT.
 */
const fileOf = (url) => path.join(process.env.FOLDER, path.basename(url));

http
  .createServer(async (request, response) => {
    if (request.method === 'GET') return void createReadStream(fileOf(request.url)).pipe(response);
    const hash = createHash('sha256');
    async function* hashed(source) {
      for await (const part of source) {
        hash.update(part);
        yield part;
      }
    }
    // What is acknowledged is on the disk, here as there.
    await pipeline(request, hashed, createWriteStream(fileOf(request.url), { flush: true }));
    response.writeHead(201).end(hash.digest('hex'));
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
