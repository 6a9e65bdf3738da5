import { existsSync } from 'node:fs';
import path from 'node:path';
import { runBesideInstance } from './beside-instance.mjs';
import { Failure, runCommand } from './failure.mjs';
import { entryPoints } from './paths.mjs';

/**
 * `npm run members:import -- FILE.ndjson`: loads insured persons into the running instance's database. The exit code is
 * that of the import.
 */
await runCommand(async () => {
  const [name, ...options] = process.argv.slice(2);
  if (!name) throw new Failure('Which file? Usage: npm run members:import -- FILE.ndjson');
  // A small heap: the lines stream through, and Node would otherwise let garbage pile up.
  const command = ['--max-old-space-size=128', entryPoints.membersImport, findFile(name), ...options];
  process.exitCode = await runBesideInstance(command);
});

/**
 * npm changes to the repository's folder; the name counts from where the person stands.
 * @type {(name: string) => string}
 */
function findFile(name) {
  const places = [process.env.INIT_CWD, process.cwd()].flatMap((folder) =>
    folder ? [path.resolve(folder, name)] : [],
  );
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Failure(`There is no file ${places[0]}.`);
  return file;
}
