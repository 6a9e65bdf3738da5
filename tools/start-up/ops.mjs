import { runBesideInstance } from './beside-instance.mjs';
import { runCommand } from './failure.mjs';
import { entryPoints } from './paths.mjs';

/** `npm run ops -- COMMAND`: what an operator does at a terminal; without a command it lists them. */
await runCommand(async () => {
  process.exitCode = await runBesideInstance([entryPoints.ops, ...process.argv.slice(2)]);
});
