import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from './ports.mjs';
import { sendSignal, waitUntilGone } from './process-info.mjs';
import { startWatchdog } from './watchdog.mjs';

/**
 * Starts a Redis that keeps nothing, for the Redis half of the queue suite.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startRedis() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'onlinefiliale-redis-'));
  const watchdog = startWatchdog([folder]);
  const port = await findFreePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', options, { stdio: 'ignore', detached: true });
  const failed = new Promise((_, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`redis-server ended with code ${code}`)));
  });
  failed.catch(() => {});
  if (server.pid) watchdog.guard([{ pid: server.pid, signal: 'SIGTERM' }]);
  await Promise.race([failed, waitForPort(port)]);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (server.pid) {
        sendSignal(server.pid, 'SIGTERM');
        if (!(await waitUntilGone(server.pid, 5_000))) sendSignal(server.pid, 'SIGKILL');
      }
      watchdog.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @type {(port: number) => Promise<void>} */
async function waitForPort(port) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('redis-server does not answer');
}
