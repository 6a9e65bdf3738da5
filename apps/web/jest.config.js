const { browserPreset } = require('../../libs/web/ui/testing/browser-preset');

module.exports = browserPreset(__dirname, 'web');
