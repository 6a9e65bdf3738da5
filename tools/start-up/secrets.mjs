import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const makers = {
  SESSION_SECRET: () => randomBytes(48).toString('base64url'),
  PASSWORD_PEPPER: () => randomBytes(48).toString('base64url'),
  CODE_PEPPER: () => randomBytes(48).toString('base64url'),
  MASTER_KEY: () => randomBytes(32).toString('base64'),
  VAPID_PRIVATE_KEY: () => randomBytes(32).toString('base64'),
  RECEIPT_SIGNING_KEY: () => randomBytes(32).toString('base64'),
};

/**
 * The secrets of an installation on one machine: made once per data folder, because what they sealed lies there.
 * @param {string} folder the data folder
 * @returns {Record<string, string>}
 */
export function readOrMakeSecrets(folder) {
  const file = path.join(folder, 'secrets.json');
  /** @type {Record<string, string>} */
  const secrets = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = Object.entries(makers).filter(([name]) => !secrets[name]);
  if (missing.length === 0) return secrets;
  for (const [name, make] of missing) secrets[name] = make();
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
  return secrets;
}
