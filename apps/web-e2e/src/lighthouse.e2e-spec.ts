import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@of/testing';
import { Portal } from './support/portal';

const run = promisify(execFile);
let portal: Portal;
let port = 0;

beforeAll(async () => {
  port = await freePort();
  portal = await Portal.open([`--remote-debugging-port=${port}`]);
});
afterAll(() => portal?.close());

/** Lighthouse is made of ES modules, which run in a process of their own. */
describe('Lighthouse', () => {
  it.each(['/', '/anmelden'])('gives %s 100 for accessibility', async (path) => {
    const script = join(__dirname, 'support/run-lighthouse.mjs');
    const { stdout } = await run(process.execPath, [script, portal.house.origin + path, String(port)]);
    expect(JSON.parse(stdout)).toEqual({ score: 100, faults: [] });
  });
});
