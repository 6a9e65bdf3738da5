/**
 * Starts a PostgreSQL (and a Redis where one is installed) for a single project's run, so that
 * `npx jest -c libs/modules/identity/jest.config.js` needs nothing else. `npm test` starts both once for all projects
 * and says so in the environment.
 */
module.exports = async () => {
  const services = [];
  if (!process.env.TEST_DATABASE_ADMIN_URL) {
    const { startPostgres } = await import('./postgres.mjs');
    const postgres = await startPostgres({ fast: true });
    process.env.TEST_DATABASE_ADMIN_URL = postgres.url;
    services.push(postgres);
  }
  const { hasCommand } = await import('./test-tools.mjs');
  if (!process.env.TEST_REDIS_URL && hasCommand('redis-server')) {
    const { startRedis } = await import('./redis.mjs');
    const redis = await startRedis();
    process.env.TEST_REDIS_URL = redis.url;
    services.push(redis);
  }
  const global = /** @type {any} */ (globalThis);
  global.__startedServices = [...(global.__startedServices ?? []), ...services];
};
