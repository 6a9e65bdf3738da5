import canonicalize from 'canonicalize';
import { type FastifyRequest } from 'fastify';
import type { DeviceActor, SessionActor } from '../auth/actor';
import type { Acting, PersonScope } from '../auth/subject-access';

/** A request as the guard has left it. */
export type KnownRequest = Pick<FastifyRequest, 'method' | 'params'> & {
  routeOptions: { url?: string };
  user?: SessionActor;
  device?: DeviceActor;
  acting?: Acting | PersonScope;
};

/**
 * What keeps idempotency keys apart: the route with what its path names, and who calls. A person counts by their id, however
 * the path names them: a key that was used for one child means something else for another.
 */
export function scopeOf({ method, params, routeOptions, user, device, acting }: KnownRequest): string {
  const account = (acting ?? user ?? device)?.accountId ?? 'public';
  const named = { ...(params as Record<string, string>) };
  if (acting && 'subject' in acting) named['personId'] = acting.subject;
  const path = Object.keys(named).length > 0 ? ` ${canonicalize(named)}` : '';
  return `${method} ${routeOptions.url ?? ''}${path} ${account}`;
}
