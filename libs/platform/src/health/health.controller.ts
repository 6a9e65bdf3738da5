import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Gauge, register } from 'prom-client';
import { PublicAccess } from '../auth/access';
import { Database } from '../database/database';

const deadLetters = new Gauge({
  name: 'outbox_dead_letters',
  help: 'Events that were given up and wait for an operator',
});
const openEvents = new Gauge({ name: 'outbox_open_events', help: 'Events that are not finished' });
const oldestEvent = new Gauge({ name: 'outbox_oldest_open_seconds', help: 'Age of the oldest unfinished event' });

const outboxFigures = `
  SELECT count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead,
         count(*) FILTER (WHERE dead_at IS NULL)::int AS open,
         coalesce(extract(epoch FROM platform.now() - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)::float8 AS oldest
    FROM platform.outbox_event WHERE done_at IS NULL`;

class HealthResponse {
  @ApiProperty({ enum: ['ok', 'unavailable'], example: 'ok' }) status: 'ok' | 'unavailable';
}

/** For the machine that watches over the processes: no versions, no personal data. */
@ApiTags('Operations')
@PublicAccess()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('health/live')
  @ApiOperation({ operationId: 'isAlive', summary: 'The process answers' })
  @ApiOkResponse({ type: HealthResponse })
  live(): HealthResponse {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @ApiOperation({ operationId: 'isReady', summary: 'The database answers, too; 503 otherwise' })
  @ApiOkResponse({ type: HealthResponse })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthResponse> {
    const isReady = await this.database.read('health.ready', 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (!isReady) reply.status(503).header('retry-after', '5');
    return { status: isReady ? 'ok' : 'unavailable' };
  }

  @Get('metrics')
  @ApiOperation({ operationId: 'getMetrics', summary: 'Figures in the Prometheus text format' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', register.contentType)
  async metrics(): Promise<string> {
    const [figures] = await this.database.read<{ dead: number; open: number; oldest: number }>(
      'health.outbox',
      outboxFigures,
    );
    deadLetters.set(figures?.dead ?? 0);
    openEvents.set(figures?.open ?? 0);
    oldestEvent.set(figures?.oldest ?? 0);
    return register.metrics();
  }
}
