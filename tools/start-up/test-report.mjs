import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {object} TestCount
 * @property {number} passed
 * @property {number} failed failed tests, suites that did not run, and tests that were skipped: none may be
 * @property {string[]} complaints one line for each of the failed
 */

/**
 * Reads the JSON reports of several Jest runs.
 * @param {string[]} files
 * @returns {TestCount}
 */
export function readReports(files) {
  /** @type {TestCount} */
  const total = { passed: 0, failed: 0, complaints: [] };
  for (const file of files) {
    if (!existsSync(file)) {
      complain(total, 'a test run ended without a report');
      continue;
    }
    for (const suite of JSON.parse(readFileSync(file, 'utf8')).testResults) addSuite(total, suite);
  }
  return total;
}

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} status
 * @property {{ status: string, fullName: string }[]} assertionResults
 */

/** @type {(total: TestCount, suite: Suite) => void} */
function addSuite(total, suite) {
  const file = path.relative(root, suite.name);
  const complaintsBefore = total.complaints.length;
  for (const { status, fullName } of suite.assertionResults) {
    if (status === 'passed') total.passed += 1;
    else complain(total, `${status === 'failed' ? 'failed' : `not run (${status})`}: ${file} › ${fullName}`);
  }
  const isSilent = total.complaints.length === complaintsBefore;
  if (suite.status === 'failed' && isSilent) complain(total, `could not run: ${file}`);
}

/** @type {(total: TestCount, complaint: string) => void} */
function complain(total, complaint) {
  total.failed += 1;
  total.complaints.push(complaint);
}
