import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/** What the tests need besides the npm packages: the commands of which one must exist, and Debian's package. */
const tools = [
  { commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], package: 'chromium' },
  { commands: ['redis-server'], package: 'redis-server' },
  { commands: ['pdftotext'], package: 'poppler-utils' },
  // The tests start it themselves, with a signature file of their own; Debian's service plays no part.
  { commands: ['clamd', '/usr/sbin/clamd'], package: 'clamav-daemon' },
];

/**
 * The path of a command, if it is installed.
 * @param {string} name
 * @returns {string | null}
 */
export function findCommand(name) {
  const folders = path.isAbsolute(name) ? ['/'] : (process.env.PATH ?? '').split(path.delimiter);
  for (const folder of folders) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here: the next folder.
    }
  }
  return null;
}

/** @type {(name: string) => boolean} */
export const hasCommand = (name) => findCommand(name) !== null;

/**
 * The browser for the journeys.
 * @returns {string | null}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : null;
  return tools[0]?.commands.map(findCommand).find(Boolean) ?? null;
}

/** @type {() => string[]} */
function missingPackages() {
  return tools
    .filter((tool) => !(tool.package === 'chromium' ? findChromium() : tool.commands.some(hasCommand)))
    .map((tool) => tool.package);
}

/**
 * Installs what is missing where that is possible without asking (root on Debian or Ubuntu), else names the one
 * command that does it.
 */
export function ensureTools() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) {
    const command = hasCommand('apt-get') ? `sudo apt-get update && sudo ${install}` : `install: ${missing.join(', ')}`;
    throw new Failure(`The tests need ${missing.join(', ')}. Please run:\n  ${command}`);
  }
  console.log(`Installing ${missing.join(', ')} …`);
  const { status } = spawnSync('sh', ['-c', `apt-get update -qq && ${install} -qq >/dev/null`], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const still = missingPackages();
  if (status !== 0 || still.length > 0) throw new Failure(`Could not install ${still.join(', ')} with: ${install}`);
}
