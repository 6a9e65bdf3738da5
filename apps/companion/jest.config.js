const { browserPreset } = require('../../libs/web/ui/src/testing/browser-preset');

module.exports = browserPreset(__dirname, 'companion');
