const globals = require('../../../jest.preset.js');
module.exports = { ...globals, rootDir: __dirname, displayName: 'personal-data' };
