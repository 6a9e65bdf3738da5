import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '@of/platform';
import { createApi } from './create-api';
import { documents } from './openapi';

/** Writes the OpenAPI documents into the folder given as `--out`. Needs a migrated database like any start. */
async function main(): Promise<void> {
  const out = process.argv[process.argv.indexOf('--out') + 1];
  if (!process.argv.includes('--out') || !out) throw new Error('usage: write-openapi --out FOLDER');
  const app = await createApi(loadConfig());
  mkdirSync(out, { recursive: true });
  for (const [audience, document] of Object.entries(documents(app))) {
    writeFileSync(join(out, `${audience}.json`), `${JSON.stringify(document, null, 2)}\n`);
  }
  await app.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});
