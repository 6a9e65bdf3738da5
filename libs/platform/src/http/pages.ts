import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { DomainError } from '@of/kernel';
import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';
import { type AppConfig } from '../config/app-config';
import { listenerOf, type ListenerName } from './listener';
import { sendProblem } from './problems/problem.filter';
import { newNonce, pagePolicy, serviceWorkerPolicy } from './security-headers';

/** Paths that belong to the API: an unknown one is a problem, never a page. */
const apiPaths = /^\/(api|openapi|docs|health|metrics|oauth|problems|ops)(\/|$)/;
const NONCE_MARK = /__CSP_NONCE__/g;
/** Must be asked for anew each time: it decides which release a phone runs. */
const SERVICE_WORKER = '/sw.js';

/** A built single-page application. */
interface BuiltPages {
  root: string;
  /** Its index.html; null when it was not built. */
  page: string | null;
}

function findPages(folder: string, name: ListenerName, logger: Logger): BuiltPages {
  const root = folder ? resolve(folder) : '';
  const indexFile = join(root, 'index.html');
  const page = root && existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null;
  if (!page) logger.warn({ root, name }, 'no built pages found: only the API is served');
  return { root, page };
}

/**
 * Serves portal and companion, each on its own listener: hashed files for a year, and the one page for every other
 * address, with a fresh nonce.
 */
export function servePages(server: FastifyInstance, config: AppConfig, logger: Logger): void {
  const pages = {
    portal: findPages(config.WEB_ROOT, 'portal', logger),
    companion: findPages(config.COMPANION_ROOT, 'companion', logger),
  };
  const assets = Object.values(pages).flatMap(({ root, page }) => (page ? [join(root, 'assets')] : []));
  if (assets.length > 0) {
    server.register(fastifyStatic as never, {
      root: assets,
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
      const { root, page } = pages[listenerOf(request)];
      const path = request.url.split('?')[0] as string;
      const isFile = /\.[a-z0-9]{2,11}$/i.test(path);
      if (!page || apiPaths.test(path) || (isFile && !(await sendRootFile(path)))) {
        sendProblem(new DomainError('not-found', 'not-found'), request, reply, logger);
        return reply; // anything else would be sent a second time
      }
      if (isFile) return reply;
      const nonce = newNonce();
      return reply
        .header('content-security-policy', pagePolicy(nonce))
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE_MARK, nonce));

      /** Files beside index.html (icon, manifest, service worker, robots.txt). */
      async function sendRootFile(file: string): Promise<boolean> {
        if (file.slice(1).includes('/') || !existsSync(join(root, file)) || file === '/index.html') return false;
        if (file === SERVICE_WORKER) {
          reply.header('cache-control', 'no-cache').header('content-security-policy', serviceWorkerPolicy);
          await reply.sendFile(file.slice(1), root, { cacheControl: false });
        } else {
          await reply.sendFile(file.slice(1), root, { maxAge: '1h', immutable: false });
        }
        return true;
      }
    },
  });
}
