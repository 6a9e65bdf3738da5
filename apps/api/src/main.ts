import 'reflect-metadata';
import { ConfigurationError, listen, loadConfig } from '@of/platform';
import { createApi } from './create-api';

async function main(): Promise<void> {
  const config = loadConfig();
  const app = await createApi(config);
  await listen(app, config);
}

main().catch((error: unknown) => {
  // Before the logger exists, and for whoever starts the process by hand: one line, no stack for a wrong setting.
  process.stderr.write(
    `api: ${error instanceof ConfigurationError ? error.message : String((error as Error)?.stack ?? error)}\n`,
  );
  process.exit(1);
});
