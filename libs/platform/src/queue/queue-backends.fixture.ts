import { type TestDatabase } from '@of/testing';
import IORedis from 'ioredis';
import { createQueueBackend, type QueueBackend } from './queue-backend';

export const backendKinds = ['postgres', 'redis'] as const;
export type BackendKind = (typeof backendKinds)[number];

/**
 * A logical database of the tests' Redis. There is no half of the suite without it: a missing Redis fails.
 * @param number one per test file, so that files running at the same time do not meet
 */
export function testRedisUrl(number: number): string {
  const url = process.env['TEST_REDIS_URL'];
  if (!url)
    throw new Error(
      'TEST_REDIS_URL is not set: install redis-server (apt-get install redis-server); the tests start it',
    );
  return `${url}/${number}`;
}

export async function flushRedis(number: number): Promise<void> {
  const redis = new IORedis(testRedisUrl(number));
  await redis.flushdb();
  await redis.quit();
}

/** The back end under test, on the given PostgreSQL or on a logical database of Redis. */
export function backendOf(kind: BackendKind, test: TestDatabase, redisNumber: number): QueueBackend {
  return createQueueBackend({
    DATABASE_URL: test.url,
    REDIS_URL: kind === 'redis' ? testRedisUrl(redisNumber) : undefined,
  });
}
