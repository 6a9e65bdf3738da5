const fs = require('node:fs');
const path = require('node:path');

const swc = JSON.parse(fs.readFileSync(path.join(__dirname, '.swcrc'), 'utf8'));
const { compilerOptions } = JSON.parse(fs.readFileSync(path.join(__dirname, 'tsconfig.base.json'), 'utf8'));

// One list of aliases for the compiler, the build and the tests: tsconfig.base.json.
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [target]]) => [`^${alias}$`, path.join(__dirname, target)]),
);

// Packages that ship ES modules only; SWC turns them into CommonJS for Jest.
const esmPackages = [
  '@nestjs',
  '@fastify/cookie',
  'file-type',
  '@tokenizer',
  'token-types',
  'uint8array-extras',
  'strtok3',
  '@borewit',
  '@tus',
  'srvx',
  'peek-readable',
  'cookie',
  'content-disposition',
  'openapi-fetch',
  'openapi-typescript-helpers',
  'uqr',
  'wouter',
  'regexparam',
  'ibantools',
  'uuid',
  'canonicalize',
];

module.exports = {
  testMatch: ['**/?(*.)+(spec|e2e-spec).[jt]s?(x)'],
  // 'mjs' stands after 'js': otherwise nested .mjs builds of CommonJS packages are picked.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'json'],
  transform: { '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { ...swc, swcrc: false }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: aliases,
  testEnvironment: 'node',
  // Against hanging, not for speed: a machine that is busy elsewhere takes its time.
  testTimeout: 300_000,
  // Starts PostgreSQL and Redis for a single project's run; `npm test` has started both for all of them.
  globalSetup: path.join(__dirname, 'tools/start-up/jest-global-setup.cjs'),
  globalTeardown: path.join(__dirname, 'tools/start-up/jest-global-teardown.cjs'),
  setupFiles: [require.resolve('reflect-metadata')],
  coverageDirectory: path.join(__dirname, 'coverage'),
};
