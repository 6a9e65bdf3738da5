import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import tsconfig from '../../tsconfig.base.json' with { type: 'json' };

const workspace = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const messagesFolder = path.join(workspace, 'libs/web/i18n/messages');
const require = createRequire(import.meta.url);
const { ensureMessages } = require('../../libs/web/i18n/ensure-messages.cjs') as { ensureMessages(): void };

/** One list of aliases for compiler, tests and bundler. */
const alias = Object.entries(tsconfig.compilerOptions.paths).map(([name, [target]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: path.join(workspace, target as string),
}));

/** Compiles the texts before anything imports them, and again while developing. */
function messages(): Plugin {
  return {
    name: 'messages',
    buildStart: () => ensureMessages(),
    configureServer: (server) => {
      server.watcher.add(messagesFolder).on('change', (file) => file.startsWith(messagesFolder) && ensureMessages());
    },
  };
}

/** The one font file of the first view is asked for together with the scripts. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /latin-wght-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** Compressed twins beside the files, so that no server compresses the same file again and again. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!dir || !/\.(js|css|svg)$/.test(name)) continue;
        const file = path.join(dir, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(content));
      }
    },
  };
}

/** Which subject a sentence belongs to: the file that it was written in. */
const subjects = new Map(
  readdirSync(path.join(messagesFolder, 'de')).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(path.join(messagesFolder, 'de', file), 'utf8')) as object).map(
      (key) => [key, path.basename(file, '.json')] as const,
    ),
  ),
);

/** Texts of more than one page in a file for each subject: a first view loads no sentence of pages behind the login. */
function textsOf(id: string): string {
  const subject = subjects.get(path.basename(id, '.js'));
  return subject ? `texts-${subject}` : 'texts';
}

/** What portal and companion have in common for the bundler. */
export function browserApp(name: 'web' | 'companion'): UserConfig {
  return {
    root: path.join(workspace, 'apps', name),
    cacheDir: path.join(workspace, 'node_modules/.vite', name),
    resolve: { alias },
    plugins: [messages(), react(), preloadFont(), precompress()],
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: {
      outDir: path.join(workspace, 'dist/apps', name),
      emptyOutDir: true,
      manifest: true,
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        treeshake: {
          // Our own libraries do nothing by being imported: a page loads the parts that it uses, not the whole door.
          moduleSideEffects: (id) => !/\/libs\/(web|kernel)\/.*\.(ts|tsx|js)$/.test(id),
        },
        output: {
          codeSplitting: {
            groups: [
              { name: textsOf, test: /\/paraglide\//, minShareCount: 3 },
              // Every page needs them: one file compresses better than the five that pages would share them in.
              { name: 'base', test: /\/node_modules\/(react|react-dom|scheduler|@tanstack\/[\w-]+)\// },
            ],
          },
        },
      },
    },
    server: { proxy: { '/api': 'http://localhost:3000' } },
  };
}
