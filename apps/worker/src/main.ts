import 'reflect-metadata';
import { ConfigurationError, loadConfig } from '@of/platform';
import { startWorker } from './create-worker';

async function main(): Promise<void> {
  const worker = await startWorker(loadConfig());
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void worker.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `worker: ${error instanceof ConfigurationError ? error.message : String((error as Error)?.stack ?? error)}\n`,
  );
  process.exit(1);
});
