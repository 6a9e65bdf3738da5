const { afterAll, describe, expect, it } = require('@jest/globals');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { Client } = require('pg');
const { startPostgres } = require('./postgres.mjs');
const { waitUntilGone } = require('./process-info.mjs');

const query = async ({ url }, text) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

describe('embedded PostgreSQL', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'postgres-spec-'));
  const dataDir = path.join(folder, 'postgres');
  let home = dataDir;
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its data over starts, restarts and crashes, and its password to itself', async () => {
    const first = await startPostgres({ dataDir, fast: true });
    home = first.home;
    expect(statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600);
    await query(first, 'CREATE TABLE kept (line text)');
    await first.restart('fast');
    await query(first, `INSERT INTO kept VALUES ('a')`);
    await first.restart('kill');
    expect(await query(first, 'SELECT * FROM kept')).toEqual([{ line: 'a' }]);
    await first.stop();

    const second = await startPostgres({ dataDir, fast: true });
    expect(await query(second, 'SELECT * FROM kept')).toEqual([{ line: 'a' }]);
    await second.stop();
  });

  it('refuses a second instance on the same data in one line', async () => {
    const postgres = await startPostgres({ dataDir, fast: true });
    await expect(startPostgres({ dataDir, fast: true })).rejects.toThrow(
      /^The database in \S+ is in use by another instance \(process \d+\)\.$/,
    );
    await postgres.stop();
  });

  it('starts over a pid file whose process id belongs to somebody else by now', async () => {
    writeFileSync(path.join(home, 'data/postmaster.pid'), `${process.pid}\n${home}/data\n`, { mode: 0o644 });
    const postgres = await startPostgres({ dataDir, fast: true });
    await postgres.stop();
    expect(existsSync(path.join(home, 'data/postmaster.pid'))).toBe(false);
  });

  it('ends with its launcher, even when that is killed', async () => {
    const script = `import(${JSON.stringify(path.join(__dirname, 'postgres.mjs'))})
      .then(({ startPostgres }) => startPostgres({ dataDir: ${JSON.stringify(dataDir)}, fast: true }))
      .then(({ pid }) => console.log(pid));`;
    const launcher = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [output] = await once(launcher.stdout, 'data');
    launcher.kill('SIGKILL');
    expect(await waitUntilGone(Number(output), 8_000)).toBe(true);
    expect(readFileSync(path.join(home, 'postgres.log'), 'utf8')).toContain('fast shutdown');
  });

  it('leaves nothing of a temporary database', async () => {
    const postgres = await startPostgres({ fast: true });
    expect(await query(postgres, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    expect(existsSync(postgres.home)).toBe(false);
  });
});
