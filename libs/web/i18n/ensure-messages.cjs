const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** Compiles the messages where they are stale; called by the bundler and by Jest before anything imports them. */
const ensureMessages = () =>
  execFileSync(process.execPath, [path.join(__dirname, 'compile-messages.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

module.exports = { ensureMessages };
