import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import { browserApp } from '../../tools/build/browser-app.mts';
import { listShell } from './src/service-worker/shell-list.mts';

const root = import.meta.dirname;

/** The bundler orders styles by chunks; which layer wins must be said before any of them. */
function layerOrderFirst(): Plugin {
  const base = readFileSync(path.join(root, '../../libs/web/ui/src/styles/base.css'), 'utf8');
  const [order] = /^@layer [^{;]+;/.exec(base) ?? [];
  if (!order) throw new Error('base.css does not begin with the order of the layers.');
  return {
    name: 'layer-order-first',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `${order}${String(file.source)}`;
        }
      },
    },
  };
}

/** Tells the service worker which files make up this release; a changed list is a new release. */
function shellOfRelease(): Plugin {
  return {
    name: 'shell-of-release',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('The service worker was not built.');
        const { release, files } = listShell(bundle);
        worker.code = worker.code
          .replaceAll('__RELEASE__', JSON.stringify(release))
          .replaceAll('__SHELL__', JSON.stringify(files));
      },
    },
  };
}

export default defineConfig(
  mergeConfig(browserApp('companion'), {
    plugins: [layerOrderFirst(), shellOfRelease()],
    build: {
      // A few kilobytes for all pages.
      cssCodeSplit: false,
      rolldownOptions: {
        input: { index: path.join(root, 'index.html'), sw: path.join(root, 'src/service-worker/sw.ts') },
        output: {
          // The service worker keeps its address, so that a phone finds the next release.
          entryFileNames: ({ name }: { name: string }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
    server: { proxy: { '/api': 'http://localhost:3001' } },
  }),
);
