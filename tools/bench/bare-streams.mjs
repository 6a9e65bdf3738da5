import http from 'node:http';
import pg from 'pg';

/**
 * The raw baseline of the streams: node:http, one connection that listens, one stream for each name. `POST /<name>` tells
 * through PostgreSQL, `GET /<name>` hears. Started as a process of its own with DATABASE_URL and PORT; it answers each
 * message with its resident memory.
 */
const streams = new Map();
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 });
const listening = new pg.Client({ connectionString: process.env.DATABASE_URL });
await listening.connect();
listening.on('notification', ({ payload }) => {
  for (const response of streams.get(payload) ?? []) response.write(`data: ${JSON.stringify({ name: payload })}\n\n`);
});
await listening.query('LISTEN bare_changed');

http
  .createServer(async (request, response) => {
    const name = request.url.slice(1);
    if (request.method === 'POST') {
      await pool.query(`SELECT pg_notify('bare_changed', $1)`, [name]);
      return response.writeHead(204).end();
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    const ofName = streams.get(name) ?? new Set();
    streams.set(name, ofName.add(response));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), 20_000);
    response.once('close', () => {
      clearInterval(heartbeat);
      ofName.delete(response);
    });
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'));

process.on('message', () => {
  globalThis.gc?.();
  setTimeout(() => process.send({ rss: process.memoryUsage().rss }), 200);
});
