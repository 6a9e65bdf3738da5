module.exports = {
  ...require('../../../jest.preset.js'),
  rootDir: __dirname,
  displayName: 'registration',
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/../../../tools/start-up/jest-global-setup.cjs',
  globalTeardown: '<rootDir>/../../../tools/start-up/jest-global-teardown.cjs',
};
