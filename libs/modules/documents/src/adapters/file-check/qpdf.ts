import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Qpdf {
  callMain(args: string[]): number;
  FS: { writeFile(path: string, content: Uint8Array): void; readFile(path: string): Uint8Array };
}

type CreateQpdf = (options: { locateFile: () => string; noInitialRun: boolean }) => Promise<Qpdf>;

// By its file name: the program lies beside its WebAssembly.
const load = createRequire(__filename);
const program = load.resolve('@neslinesli93/qpdf-wasm');

/**
 * What qpdf knows about a PDF, as JSON version 2: its pages, whether it is encrypted, and every object without the content
 * of streams. A damaged file that it can mend counts as readable. Null when it cannot read it.
 */
export async function describePdf(file: Buffer): Promise<string | null> {
  const createQpdf = load(program) as CreateQpdf;
  const qpdf = await createQpdf({ locateFile: () => join(dirname(program), 'qpdf.wasm'), noInitialRun: true });
  qpdf.FS.writeFile('/in.pdf', file);
  const keys = ['pages', 'encrypt', 'qpdf'].map((key) => `--json-key=${key}`);
  try {
    const exitCode = qpdf.callMain(['--json=2', ...keys, '--warning-exit-0', '/in.pdf', '/out.json']);
    return exitCode === 0 ? Buffer.from(qpdf.FS.readFile('/out.json')).toString('latin1') : null;
  } catch {
    return null; // the module gave up, e.g. out of memory
  } finally {
    // The module sets it for the whole process, which has not failed.
    process.exitCode = 0;
  }
}
