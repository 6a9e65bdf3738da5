import { buffer } from 'node:stream/consumers';
import { checkFile } from './check-file';

/**
 * Program of the process that looks into one file: content on the input; one line of JSON and the cleaned content on the
 * output. It runs without secrets and with little memory and time, see `ChildFileChecker`.
 */
async function main(): Promise<void> {
  const { content, ...verdict } = await checkFile(await buffer(process.stdin));
  process.stdout.write(`${JSON.stringify({ ...verdict, bytes: content.length })}\n`);
  process.stdout.end(content, () => process.exit(0));
}

void main();
