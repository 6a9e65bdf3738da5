const { execFileSync } = require('node:child_process');
const path = require('node:path');

const root = path.join(__dirname, '..');
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };

/** What each text would be if it stood in the file: name of the case, file, text, and the rule it must break (or none). */
const cases = [
  [
    'a room does not import a room beside it',
    'libs/modules/membership/src/index.ts',
    "import { SessionSteps } from '@of/identity';\nexport const x = SessionSteps;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'a room does not import a room above it',
    'libs/modules/membership/src/index.ts',
    "import { OrderLetter } from '@of/letters';\nexport const x = OrderLetter;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'a room does not import an app',
    'libs/modules/membership/src/index.ts',
    "import { roomMigrations } from '../../../../apps/worker/src/migrations';\nexport const x = roomMigrations;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'a room imports downwards',
    'libs/modules/registration/src/index.ts',
    "import { PostedCodes } from '@of/identity';\nexport const x = PostedCodes;\n",
    null,
  ],
  [
    'the domain knows no framework',
    'libs/modules/identity/src/domain/session-limits.ts',
    "import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n",
    'no-restricted-imports',
  ],
  [
    'the persistence shelf does not import the HTTP shelf',
    'libs/modules/identity/src/persistence/account.repository.ts',
    "import { SessionPresenter } from '../http/session.presenter';\nexport const x = SessionPresenter;\n",
    'import-x/no-restricted-paths',
  ],
  [
    'the environment is read in the configuration only',
    'libs/modules/identity/src/domain/session-limits.ts',
    "export const x = process.env['HOME'];\n",
    'no-restricted-syntax',
  ],
];

/** Lints all cases in one ESLint process of its own (ESLint is an ES module, Jest is not). */
const program = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const broken = [];
  for (const [, filePath, text] of ${JSON.stringify(cases)}) {
    const [result] = await eslint.lintText(text, { filePath });
    broken.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
  }
  process.stdout.write(JSON.stringify(broken));
`;

describe('the ladder of imports', () => {
  let broken;

  beforeAll(() => {
    // The rule reads the project graph from its cache and stays silent without one.
    execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], {
      cwd: root,
      env,
      stdio: 'ignore',
    });
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    broken = JSON.parse(output);
  });

  it.each(cases.map(([name, , , rule], index) => [name, index, rule]))('%s', (_, index, rule) => {
    expect(broken[index]).toEqual(rule ? expect.arrayContaining([rule]) : []);
  });
});
