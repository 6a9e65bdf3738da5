import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

export interface DataSourceSettings {
  url: string;
  poolSize?: number;
  applicationName?: string;
  migrations?: MigrationClass[];
}

/**
 * The one way to a TypeORM data source: no schema synchronisation, `undefined` and `null` in a condition throw
 * instead of matching every row (S35), and every statement has a time limit.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    synchronize: false,
    migrations: settings.migrations ?? [],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolSize: settings.poolSize ?? 20,
    connectTimeoutMS: 5_000,
    applicationName: settings.applicationName ?? 'onlinefiliale',
    extra: {
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      keepAlive: true,
    },
  });
}
