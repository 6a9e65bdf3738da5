const { afterAll, describe, expect, it } = require('@jest/globals');
const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, writeFileSync, readdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { findLockHolder, LockedError, takeLock } = require('./lock.mjs');

describe('lock', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lock-spec-'));
  const file = path.join(folder, 'instance.lock');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names its holder, refuses a second one and can be given back', () => {
    const release = takeLock(file);
    expect(findLockHolder(file)?.pid).toBe(process.pid);
    expect(() => takeLock(file)).toThrow(LockedError);
    release();
    expect(findLockHolder(file)).toBeNull();
    takeLock(file)();
  });

  it('replaces the lock of a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, JSON.stringify({ pid, startedAt: '1' }));
    takeLock(file)();
  });

  it('is not fooled by a process id that was given away again', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    expect(findLockHolder(file)).toBeNull();
    takeLock(file)();
  });

  it('replaces a lock that cannot be read, and leaves nothing behind', () => {
    writeFileSync(file, '{');
    takeLock(file)();
    expect(readdirSync(folder)).toEqual([]);
  });
});
