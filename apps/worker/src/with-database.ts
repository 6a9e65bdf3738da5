import { createDataSource, Database, databaseFault, loadConfig, type AppConfig } from '@of/platform';

/** A fault that the person at the terminal can mend; shown as one line. */
export class CommandFailure extends Error {}

/** Runs a command on the configured database and closes the connections again. */
export async function withDatabase<T>(
  name: string,
  work: (database: Database, config: AppConfig) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    poolSize: 4,
    applicationName: `onlinefiliale-${name}`,
  });
  try {
    await dataSource.initialize();
    return await work(new Database(dataSource), config);
  } catch (error) {
    if (databaseFault(error) === 'unavailable') throw new CommandFailure('The database does not answer.');
    throw error;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Runs a command; whatever goes wrong is told in one line and ends in exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
