import { runCommand } from '../start-up/failure.mjs';
import { entryPoints } from '../start-up/paths.mjs';
import { build } from './build.mjs';
import { withTemporaryDatabase } from './with-temporary-database.mjs';

/**
 * The migrations build the database the code expects: they run on an empty one, and afterwards nothing is left to do
 * (`migrate --check` compares and fails where code and database differ).
 */
await runCommand(async () => {
  await build({ node: true, web: false });
  await withTemporaryDatabase(async (run) => {
    await run(entryPoints.migrate);
    await run(entryPoints.migrate, '--check');
  });
  console.log('The migrations are complete.');
});
