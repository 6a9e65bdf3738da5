import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { DomainError } from '@of/kernel';
import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';
import { type AppConfig } from '../config/app-config';
import { sendProblem } from './problems/problem.filter';
import { newNonce, portalPolicy } from './security-headers';

/** Paths that belong to the API: an unknown one is a problem, never the portal's page. */
const apiPaths = /^\/(api|openapi|docs|health|metrics|oauth|problems|ops)(\/|$)/;
const NONCE_MARK = /__CSP_NONCE__/g;

/**
 * Serves the built portal: hashed files for a year, and the one page for every other address, with a fresh nonce.
 */
export function servePortal(server: FastifyInstance, config: AppConfig, logger: Logger): void {
  const root = config.WEB_ROOT ? resolve(config.WEB_ROOT) : '';
  const indexFile = join(root, 'index.html');
  const page = root && existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null;
  if (!page) logger.warn({ root }, 'no built portal found: only the API is served');

  if (page) {
    server.register(fastifyStatic as never, {
      root: join(root, 'assets'),
      prefix: '/assets/',
      index: false,
      immutable: true,
      maxAge: '365d',
      decorateReply: true,
      preCompressed: true,
    });
  }
  server.route({
    method: 'GET',
    url: '/*',
    handler: async (request, reply) => {
      const path = request.url.split('?')[0] as string;
      const isFile = /\.[a-z0-9]{2,5}$/i.test(path);
      if (!page || apiPaths.test(path) || (isFile && !(await sendRootFile(path)))) {
        sendProblem(new DomainError('not-found', 'not-found'), request, reply, logger);
        return reply; // anything else would be sent a second time
      }
      if (isFile) return reply;
      const nonce = newNonce();
      return reply
        .header('content-security-policy', portalPolicy(nonce))
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE_MARK, nonce));

      /** Files beside index.html (icon, manifest, robots.txt). */
      async function sendRootFile(file: string): Promise<boolean> {
        if (file.slice(1).includes('/') || !existsSync(join(root, file)) || file === '/index.html') return false;
        await reply.sendFile(file.slice(1), root, { maxAge: '1h', immutable: false });
        return true;
      }
    },
  });
}
