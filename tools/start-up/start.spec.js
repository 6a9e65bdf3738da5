const { afterAll, beforeAll, describe, expect, it } = require('@jest/globals');
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { root } = require('./paths.mjs');
const { findFreePort } = require('./ports.mjs');
const { findProcess, waitUntilGone } = require('./process-info.mjs');

/** The launcher as people use it, on the built tree: `npm start` with a data folder of its own. */
describe('npm start', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'start-spec-'));
  const dataDir = path.join(folder, 'data');
  let env;
  let npm;
  let output;

  const until = async (condition) => {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const start = async () => {
    output = '';
    npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data) => (output += data));
    await until(() => output.includes('is ready at') || npm.exitCode !== null);
    expect(output).toContain('is ready at');
  };
  const ids = () =>
    existsSync('/proc/self')
      ? readdirSync('/proc').map(Number).filter(Boolean)
      : spawnSync('ps', ['-axo', 'pid='], { encoding: 'utf8' }).stdout.split('\n').map(Number).filter(Boolean);
  const below = (parent) =>
    ids()
      .map((pid) => ({ pid, ...findProcess(pid) }))
      .filter((found) => found.parent === parent)
      .flatMap((found) => [found, ...below(found.pid)]);
  const worker = () => below(npm.pid).find(({ command }) => command.includes('worker/src/main.js'));
  const api = () => below(npm.pid).find(({ command }) => command.includes('api/src/main.js'));
  const again = (changes) =>
    spawnSync(process.execPath, ['tools/start-up/start.mjs'], {
      cwd: root,
      env: { ...env, ...changes },
      encoding: 'utf8',
    });

  beforeAll(async () => {
    const { DATABASE_URL, REDIS_URL, NODE_ENV, ...rest } = process.env;
    expect([DATABASE_URL, REDIS_URL]).toEqual([undefined, undefined]);
    expect(NODE_ENV).toBe('test');
    env = {
      ...rest,
      DATA_DIR: dataDir,
      PORT: String(await findFreePort()),
      COMPANION_PORT: String(await findFreePort()),
      CLAMD_URL: '',
      npm_config_update_notifier: 'false',
    };
    await start();
  });
  afterAll(() => {
    npm.kill('SIGKILL');
    const pointer = path.join(dataDir, 'postgres/location.json');
    if (existsSync(pointer)) rmSync(JSON.parse(readFileSync(pointer, 'utf8')).home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('is ready, and says where to go and as whom', async () => {
    expect((await fetch(`http://127.0.0.1:${env.PORT}/health/ready`)).status).toBe(200);
    expect(output).toContain(`http://localhost:${env.PORT}`);
    expect(output).toMatch(/Erika Muster +A123456780 +01099/);
    expect(output).toContain(path.join(dataDir, 'print'));
    // Nobody has a scanner here, and nobody should believe there is one.
    expect(output).toContain('NO VIRUS SCANNER');
  });

  it('keeps its secrets from other users', () => {
    for (const name of ['secrets.json', 'instance.json'])
      expect(statSync(path.join(dataDir, name)).mode & 0o077).toBe(0);
    for (const name of ['print', 'mail', 'sms', 'files'])
      expect(statSync(path.join(dataDir, name)).mode & 0o077).toBe(0);
  });

  it('refuses a second instance on the same data, and a taken port, in one line', async () => {
    const sameData = again({ PORT: String(await findFreePort()), COMPANION_PORT: String(await findFreePort()) });
    expect(sameData.status).toBe(1);
    expect(sameData.stderr).toMatch(/^An instance already runs on \S+ \(process \d+ at http\S+\)[^\n]+\n$/);
    const samePort = again({ DATA_DIR: path.join(folder, 'other') });
    expect(samePort.status).toBe(1);
    expect(samePort.stderr).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken[^\n]+\n$/);
  });

  it('starts the worker and the API again when they die, and says so', async () => {
    for (const find of [worker, api]) {
      const { pid } = find();
      process.kill(pid, 'SIGKILL');
      await until(() => find() && find().pid !== pid);
      // The pipe may bring the line later than the list of processes shows the new one.
      await until(() => output.includes(`(process ${pid}) ended by SIGKILL; starting it again`));
    }
    await until(() =>
      fetch(`http://127.0.0.1:${env.PORT}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
  });

  it('imports members beside the running instance; a bad line does not stop the rest', () => {
    const file = path.join(folder, 'members.ndjson');
    writeFileSync(file, 'not a member\n');
    const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'members:import', '--', file], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(`${stdout}${stderr}`).toMatch(/\b1\b/);
  });

  it('stops everything within 15 seconds when npm is told to, and keeps the data', async () => {
    const processes = below(npm.pid);
    const startedAt = Date.now();
    npm.kill('SIGTERM');
    for (const { pid } of processes) expect(await waitUntilGone(pid, 15_000)).toBe(true);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
    await start();
    expect(readFileSync(path.join(dataDir, 'logs/seed-demo.log'), 'utf8').match(/Loaded/g)).toHaveLength(1);
  });

  it('leaves no process behind when it is killed', async () => {
    const processes = below(npm.pid);
    expect(processes.length).toBeGreaterThanOrEqual(4);
    process.kill(processes.find(({ command }) => command.includes('start-up/start.mjs')).pid, 'SIGKILL');
    for (const { pid } of processes) expect(await waitUntilGone(pid, 20_000)).toBe(true);
  });
});
