import path from 'node:path';
import { runBesideInstance } from './beside-instance.mjs';
import { runCommand } from './failure.mjs';
import { entryPoints } from './paths.mjs';

/** `npm run ops -- COMMAND`: what an operator does at a terminal; without a command it lists them. */
await runCommand(async () => {
  process.exitCode = await runBesideInstance([entryPoints.ops, ...withWholePaths(process.argv.slice(2))]);
});

/**
 * npm changes to the repository's folder; names of files count from where the person stands.
 * @type {(options: string[]) => string[]}
 */
function withWholePaths(options) {
  const here = process.env.INIT_CWD ?? process.cwd();
  return options.map((option, at) =>
    ['--pdf', '--text'].includes(options[at - 1] ?? '') ? path.resolve(here, option) : option,
  );
}
