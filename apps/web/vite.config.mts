import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig, mergeConfig } from 'vite';
import { browserApp } from '../../tools/build/browser-app.mts';

export default defineConfig(
  mergeConfig(browserApp('web'), {
    plugins: [{ ...optimizeLocales.vite({ locales: ['de-DE', 'en-US'] }), enforce: 'pre' as const }],
  }),
);
