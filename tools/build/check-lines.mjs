import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, runCommand } from '../start-up/failure.mjs';
import { root } from '../start-up/paths.mjs';

/** A file of code stays under 300 lines; what a tool writes and what is data does not count. */
const limit = 300;
const code = /\.([cm]?[jt]sx?|css|sh|html|ya?ml|typ)$/;
const generated = /\/generated\/|^apps\/api\/openapi\//;

await runCommand(async () => {
  const { stdout, status } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Failure('This is not a git work tree.');
  const files = stdout.split('\0').filter((file) => code.test(file) && !generated.test(file));
  const long = files.map((file) => ({ file, lines: countLines(file) })).filter(({ lines }) => lines >= limit);
  if (long.length > 0)
    throw new Failure(
      `Files of ${limit} lines or more:\n${long.map(({ file, lines }) => `  ${file}: ${lines}`).join('\n')}`,
    );
  console.log(`${files.length} files, all under ${limit} lines.`);
});

/** @type {(file: string) => number} */
function countLines(file) {
  return readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;
}
