/** Something the person at the terminal can put right: shown as one line, without a stack. */
export class Failure extends Error {}

/**
 * Runs a command line tool: a Failure becomes one line on stderr and exit code 1, everything else keeps its stack.
 * @param {() => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  }
}
