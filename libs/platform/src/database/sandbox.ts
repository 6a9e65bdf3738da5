import { type DataSource } from 'typeorm';

/** Schema that only test databases have: it shifts `platform.now()`. */
export const SANDBOX_SCHEMA = 'sandbox';

/** @throws Error when the database carries the clock of a sandbox */
export async function refuseSandboxInProduction(dataSource: DataSource): Promise<void> {
  const rows: unknown[] = await dataSource.query(`SELECT 1 FROM pg_namespace WHERE nspname = $1`, [SANDBOX_SCHEMA]);
  if (rows.length > 0)
    throw new Error('This database belongs to a sandbox: its clock can be moved. Refusing to start.');
}
