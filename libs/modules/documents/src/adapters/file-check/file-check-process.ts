import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { checkFile } from './check-file';

/** The fourth channel that the parent opened. */
const OUTPUT = 3;

/**
 * Program of the process that looks into one file: content on the input; one line of JSON and the cleaned content on the
 * fourth channel. It runs without secrets and with little memory and time, see `ChildFileChecker`.
 */
async function main(): Promise<void> {
  const { content, ...verdict } = await checkFile(await buffer(process.stdin));
  const output = createWriteStream('', { fd: OUTPUT });
  output.write(`${JSON.stringify({ ...verdict, bytes: content.length })}\n`);
  output.end(content, () => process.exit(0));
}

void main();
