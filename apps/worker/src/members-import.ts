import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { ImportMembers } from '@of/membership';
import { Sealer } from '@of/platform';
import { ImportReport } from './import-report';
import { CommandFailure, runCommand, withDatabase } from './with-database';

/** `members-import FILE.ndjson`: loads insured persons. Exit code 0 when the file was read, also with rejected lines. */
void runCommand(async () => {
  const file = process.argv[2];
  if (!file) throw new CommandFailure('Which file? Usage: npm run members:import -- FILE.ndjson');
  const size = await sizeOf(file);
  const report = new ImportReport();
  const bar = process.stderr.isTTY ? progressBar() : null;
  bar?.start(Math.max(size, 1), 0, { lines: 0 });
  try {
    const counts = await withDatabase('members-import', (database, config) =>
      new ImportMembers(database, new Sealer(config), config).execute(createReadStream(file), {
        progressed: (bytes, lines) => bar?.update(bytes, { lines }),
        rejected: (line) => report.rejected(line),
      }),
    );
    bar?.stop();
    process.stdout.write(`${report.print(counts)}\n`);
  } finally {
    bar?.stop();
  }
});

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file).catch(() => {
    throw new CommandFailure(`There is no readable file ${file}.`);
  });
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new CommandFailure(`${file} is a folder, not a file.`);
    return stats.size;
  } finally {
    await handle.close();
  }
}

function progressBar(): SingleBar {
  const format = '{bar} {percentage} % | {lines} lines | {duration_formatted}, {eta_formatted} to go';
  return new SingleBar({ format, stream: process.stderr, hideCursor: true, etaBuffer: 50 });
}
