import { resolve } from 'node:path';

/** A PostgreSQL server that a test may stop as it likes. */
export interface OwnPostgres {
  readonly url: string;
  readonly pid: number | null;
  /** immediate: like a crash of the server; kill: like one of the machine. */
  restart(mode: 'fast' | 'immediate' | 'kill'): Promise<void>;
  stop(): Promise<void>;
}

const launcher = resolve(__dirname, '../../../../tools/start-up/postgres.mjs');

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const { startPostgres } = (await import(launcher)) as { startPostgres(settings: object): Promise<OwnPostgres> };
  return startPostgres({ fast: true });
}
