import { dirname, join } from 'node:path';

interface Qpdf {
  callMain(args: string[]): number;
  FS: { writeFile(path: string, content: Uint8Array): void; readFile(path: string): Uint8Array };
}

type CreateQpdf = (options: {
  locateFile: () => string;
  noInitialRun: boolean;
  print: (line: string) => void;
  printErr: (line: string) => void;
}) => Promise<Qpdf>;

/**
 * What qpdf knows about a PDF, as JSON version 2: its pages, whether it is encrypted, and every object without the content
 * of streams. A damaged file that it can mend counts as readable.
 */
export async function runQpdf(file: Buffer): Promise<{ exitCode: number; output: string; errors: string }> {
  const program = require.resolve('@neslinesli93/qpdf-wasm');
  const createQpdf = require(program) as CreateQpdf;
  const errors: string[] = [];
  const qpdf = await createQpdf({
    locateFile: () => join(dirname(program), 'qpdf.wasm'),
    noInitialRun: true,
    print: () => undefined,
    printErr: (line) => void errors.push(line),
  });
  qpdf.FS.writeFile('/in.pdf', file);
  const keys = ['pages', 'encrypt', 'qpdf'].map((key) => `--json-key=${key}`);
  let exitCode: number;
  try {
    exitCode = qpdf.callMain(['--json=2', ...keys, '--warning-exit-0', '/in.pdf', '/out.json']);
  } catch {
    exitCode = 2; // the module gave up, e.g. out of memory
  }
  let output = '';
  try {
    output = Buffer.from(qpdf.FS.readFile('/out.json')).toString('latin1');
  } catch {
    // No output: the exit code says why.
  }
  // The module sets it for the whole process, which has not failed.
  process.exitCode = 0;
  return { exitCode, output, errors: errors.join('\n') };
}
