import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, runCommand } from '../start-up/failure.mjs';
import { entryPoints, root } from '../start-up/paths.mjs';
import { build } from './build.mjs';
import { withTemporaryDatabase } from './with-temporary-database.mjs';

/**
 * `npm run generate`: the OpenAPI documents from the API, the portal's typed client from them, and the description of the
 * database that the migrations make. All of it is committed; with `--check` nothing is written, and a committed file that differs is an error.
 */
const documents = 'apps/api/openapi';
const clients = 'libs/web/api-client/src/generated';
/** Which document the portal has a client of. */
const clientOf = { 'member.json': 'member.ts' };

await runCommand(async () => {
  await build({ node: true, web: false });
  const written = new Map();
  await withTemporaryDatabase(async (run, folder) => {
    await run(entryPoints.migrate);
    const output = path.join(folder, 'openapi');
    await run(path.join(root, 'dist/apps/api/src/write-openapi.js'), '--out', output);
    const schema = path.join(folder, 'schema.txt');
    await run(path.join(root, 'dist/apps/worker/src/describe-schema.js'), '--out', schema);
    written.set('apps/worker/schema.txt', readFileSync(schema, 'utf8'));
    for (const name of readdirSync(output))
      written.set(`${documents}/${name}`, readFileSync(path.join(output, name), 'utf8'));
    for (const [document, client] of Object.entries(clientOf)) {
      written.set(`${clients}/${client}`, makeClient(path.join(output, document)));
    }
  });
  const changed = [...written].filter(
    ([file, content]) => !existsSync(path.join(root, file)) || readFileSync(path.join(root, file), 'utf8') !== content,
  );
  if (process.argv.includes('--check')) refuse(changed.map(([file]) => file));
  for (const [file, content] of changed) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
    console.log(`Generated ${file}`);
  }
  if (changed.length === 0) console.log('The generated files are up to date.');
});

/** @type {(document: string) => string} */
function makeClient(document) {
  const tool = path.join(root, 'node_modules/openapi-typescript/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, document], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Failure(`openapi-typescript failed:\n${stderr}`);
  return stdout;
}

/** @type {(files: string[]) => void} */
function refuse(files) {
  if (files.length > 0)
    throw new Failure(`Not up to date; run "npm run generate" and commit:\n  ${files.join('\n  ')}`);
}
