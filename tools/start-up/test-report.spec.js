const { afterAll, describe, expect, it } = require('@jest/globals');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { readReports } = require('./test-report.mjs');

describe('test report', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'report-spec-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name, testResults) => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify({ testResults }));
    return file;
  };
  const suite = (status, ...statuses) => ({
    name: path.join(process.cwd(), 'a.spec.ts'),
    status,
    assertionResults: statuses.map((each) => ({ status: each, fullName: `a ${each} test` })),
  });

  it('adds up the runs', () => {
    const files = [
      write('a.json', [suite('passed', 'passed', 'passed')]),
      write('b.json', [suite('failed', 'failed', 'passed')]),
    ];
    expect(readReports(files)).toMatchObject({ passed: 3, failed: 1 });
  });

  it.each(['pending', 'todo', 'skipped', 'disabled', 'focused'])(
    'counts a test that is %s as failed and names it',
    (status) => {
      const { failed, complaints } = readReports([write('c.json', [suite('passed', 'passed', status)])]);
      expect(failed).toBe(1);
      expect(complaints[0]).toContain(`a ${status} test`);
    },
  );

  it('counts a suite that could not run, and a run without a report', () => {
    expect(readReports([write('d.json', [suite('failed')]), path.join(folder, 'none.json')]).failed).toBe(2);
  });
});
