import { DomainError } from '@of/kernel';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { listenerOf, type ListenerName } from './listener';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `http://localhost:3000` may also be opened as `http://127.0.0.1:3000` on the same machine. */
function acceptedOrigins(publicOrigin: string): Set<string> {
  const accepted = new Set([publicOrigin]);
  const url = new URL(publicOrigin);
  if (url.hostname === 'localhost') accepted.add(`${url.protocol}//127.0.0.1${url.port ? `:${url.port}` : ''}`);
  return accepted;
}

function isForeign(request: FastifyRequest, accepted: Set<string>): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && !accepted.has(origin)) return true;
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/**
 * Refuses state-changing calls that a browser says come from another origin (S26). Calls without these headers come from
 * programs, which carry no member's cookie by accident.
 */
export function refuseForeignOrigins(server: FastifyInstance, origins: Record<ListenerName, string>): void {
  const accepted = { portal: acceptedOrigins(origins.portal), companion: new Set([origins.companion]) };
  server.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method) || !isForeign(request, accepted[listenerOf(request)])) return;
    throw new DomainError('cross-origin-refused', 'forbidden');
  });
}
