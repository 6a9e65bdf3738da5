const path = require('node:path');
const preset = require('../../../../../jest.preset.js');
const { ensureMessages } = require('../../../i18n/ensure-messages.cjs');

/** Specs of the browser side: jsdom, style modules by their class names, messages compiled before the first import. */
function browserPreset(rootDir, displayName) {
  ensureMessages();
  return {
    ...preset,
    rootDir,
    displayName,
    testEnvironment: 'jsdom',
    testEnvironmentOptions: { url: 'http://localhost/' },
    setupFilesAfterEnv: [path.join(__dirname, 'browser-setup.ts')],
    moduleNameMapper: {
      ...preset.moduleNameMapper,
      '\\.module\\.css$': 'identity-obj-proxy',
      '\\.css$': path.join(__dirname, 'no-style.js'),
    },
  };
}

module.exports = { browserPreset };
