export { sandboxClock, type SandboxClock } from './sandbox-clock';
export { testConfig } from './test-config';
export { testDatabase, type TestDatabase } from './test-database';
export { until } from './until';
