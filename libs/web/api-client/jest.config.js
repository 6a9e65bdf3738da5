const { browserPreset } = require('../ui/testing/browser-preset');

module.exports = browserPreset(__dirname, 'api-client');
