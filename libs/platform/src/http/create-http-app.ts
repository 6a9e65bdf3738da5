import { type Server } from 'node:http';
import cookie from '@fastify/cookie';
import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { type Logger } from 'pino';
import { type AppConfig } from '../config/app-config';
import { NestLogger } from '../logging/logger';
import { enterTrace } from '../logging/trace';
import { measureRequests } from '../health/request-metrics';
import { ProblemFilter } from './problems/problem.filter';
import { addSecurityHeaders } from './security-headers';
import { brokenRequestOptions, refuseBrokenRequests } from './broken-requests';
import { assertEveryRouteStatesItsAccess } from './route-inventory';
import { refuseForeignOrigins } from './foreign-origin';
import { createCompanionListener, separateListeners } from './listeners';
import { servePages } from './pages';
import { DtoValidationPipe } from './validation.pipe';

declare module 'fastify' {
  interface FastifyInstance {
    /** The companion's own listener on this application. */
    companion: Server;
  }
}

const BODY_LIMIT = 256 * 1024;

/**
 * Builds the HTTP side of a process: Fastify with explicit limits, one error filter, one validation pipe and the same
 * headers on every answer.
 * @param addPages registers what is no room's route, e.g. the explorer
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  config: AppConfig,
  logger: Logger,
  addPages: (app: NestFastifyApplication) => void = () => undefined,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    trustProxy: config.TRUSTED_PROXY_HOPS > 0 ? config.TRUSTED_PROXY_HOPS : false,
    routerOptions: { maxParamLength: 100 },
    genReqId: () => v7(),
    ...brokenRequestOptions(config.isHttps, logger),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: true,
  });
  const server = app.getHttpAdapter().getInstance();
  server.server.headersTimeout = 10_000;

  server.addHook('onRequest', async (request) => enterTrace(String(request.id)));
  addSecurityHeaders(server, config.isHttps);
  measureRequests(server, logger);
  refuseBrokenRequests(server);
  separateListeners(server);
  refuseForeignOrigins(server, { portal: config.publicOrigin, companion: config.companionOrigin });
  await app.register(cookie as never);

  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(new DtoValidationPipe());
  app.enableShutdownHooks();
  addPages(app);
  servePages(server, config, logger);
  assertEveryRouteStatesItsAccess(app);

  server.decorate('companion', createCompanionListener(server));

  await app.init();
  // JSON only: Fastify's plain-text parser would let a cross-site form through without a preflight.
  server.removeContentTypeParser('text/plain');
  server.removeContentTypeParser('application/x-www-form-urlencoded');
  await server.ready();
  return app;
}

/** Opens both ports. Rejects when one of them is taken. */
export async function listen(app: NestFastifyApplication, config: AppConfig): Promise<void> {
  await app.listen(config.PORT, config.HOST);
  const { companion } = app.getHttpAdapter().getInstance();
  await new Promise<void>((resolve, reject) => {
    companion.once('error', reject);
    companion.listen(config.COMPANION_PORT, config.HOST, resolve);
  });
}
