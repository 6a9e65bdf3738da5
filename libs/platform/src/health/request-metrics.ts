import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';
import { Histogram, collectDefaultMetrics, register } from 'prom-client';

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
let isCollecting = false;

/** Measures every request by its route pattern (never by its URL, which could name a person) and logs one line. */
export function measureRequests(server: FastifyInstance, logger: Logger): void {
  if (!isCollecting) collectDefaultMetrics({ register });
  isCollecting = true;
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions?.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    logger.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
}
