import { createServer } from 'node:net';

/**
 * Whether a port can be bound now.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export async function isPortFree(port, host) {
  return (await bind(port, host)) !== null;
}

/**
 * A port of the loopback address that nobody uses at this moment.
 * @returns {Promise<number>}
 */
export async function findFreePort() {
  const port = await bind(0, '127.0.0.1');
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}

/** @type {(port: number, host: string) => Promise<number | null>} */
function bind(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
