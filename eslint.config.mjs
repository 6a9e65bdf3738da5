import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { rooms, shelves } from './rooms.mjs';

const roomNames = Object.keys(rooms);
const scope = (name) => `scope:${name}`;

/** The ladder as Nx constraints: what a project of one tag may import. */
const ladder = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:kernel', 'type:testing'] },
  ...roomNames.map((room) => ({
    sourceTag: scope(room),
    onlyDependOnLibsWithTags: ['type:kernel', 'type:platform', 'type:testing', scope(room), ...rooms[room].map(scope)],
  })),
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:kernel', 'type:platform'] },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:kernel', 'type:web'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['type:kernel', 'type:platform', 'type:room', 'type:testing'] },
  {
    sourceTag: 'scope:worker',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:platform', 'type:room', 'type:testing'],
  },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['type:kernel', 'type:web', 'type:testing'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:kernel', 'type:platform', 'type:room', 'type:testing'] },
];

/** The shelves inside a room, once for all rooms: from a shelf, every shelf that is not named is out of reach. */
const shelfZones = Object.entries(shelves).flatMap(([shelf, reachable]) =>
  Object.keys(shelves)
    .filter((other) => other !== shelf && !reachable.includes(other))
    .map((other) => ({
      target: `./libs/modules/*/src/${shelf}/**/*`,
      from: `./libs/modules/*/src/${other}/**/*`,
      except: reachable.filter((path) => path.startsWith(`${other}/`)).map((path) => `**/${path}/**`),
      message: `The shelf ${shelf} does not import the shelf ${other}.`,
    })),
);

/** The test support opens the platform's database, and the platform's own specs use it: a circle of specs, not of code. */
const specsOnly = [['platform', 'testing']];

const frameworksInDomain = ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis', 'fastify', '@of/platform', 'node:*'];

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/generated',
      '**/.data',
      'libs/web/i18n/src/paraglide',
      '**/coverage',
      // The bundler's settings reach for files of other projects; the compiler checks them.
      '**/vite.config.mts',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })] },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: ladder,
          ignoredCircularDependencies: specsOnly,
        },
      ],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: shelfZones }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Ports and hooks are asynchronous by contract, also where an implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Objects without a text of their own are caught by no-base-to-string.
      '@typescript-eslint/restrict-template-expressions': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'The environment is read in libs/platform/src/config only.',
        },
      ],
    },
  },
  {
    files: ['libs/modules/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: frameworksInDomain, message: 'The domain knows the kernel only.' }] },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: [
      'libs/platform/src/config/**',
      '**/*.spec.ts',
      '**/*.spec.tsx',
      '**/*.e2e-spec.ts',
      '**/*.fixture.ts',
      'libs/testing/**',
      'apps/*-e2e/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: [
      '**/*.spec.ts',
      '**/*.spec.tsx',
      '**/*.e2e-spec.ts',
      '**/*.fixture.ts',
      'libs/testing/**/*.ts',
      'apps/*-e2e/**',
    ],
    rules: {
      'import-x/no-restricted-paths': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        globalThis: 'readonly',
        setImmediate: 'readonly',
        document: 'readonly',
        window: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
        NodeJS: 'readonly',
      },
    },
  },
  {
    files: ['**/*.spec.js'],
    languageOptions: {
      globals: {
        describe: 'readonly',
        it: 'readonly',
        expect: 'readonly',
        beforeAll: 'readonly',
        afterAll: 'readonly',
      },
    },
  },
);
