const { browserPreset } = require('../ui/src/testing/browser-preset');

module.exports = browserPreset(__dirname, 'api-client');
