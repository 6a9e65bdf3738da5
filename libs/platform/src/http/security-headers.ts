import { randomBytes } from 'node:crypto';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { listenerOf, type ListenerName } from './listener';

/** Policy of the pages of portal and companion; `nonce` is fresh for every response and only styles use it. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** A service worker has the policy of its own file, not that of the page: it fetches the shell. */
export const serviceWorkerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Policy of everything that is no page: nothing may load. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

function setDefault(reply: FastifyReply, name: string, value: string): void {
  if (!reply.hasHeader(name)) reply.header(name, value);
}

/** The headers of S28. What a route has set before stays. */
export function setSecurityHeaders(
  reply: FastifyReply,
  requestId: string,
  isHttps: boolean,
  listener: ListenerName = 'portal',
): void {
  setDefault(reply, 'content-security-policy', apiPolicy);
  setDefault(reply, 'cache-control', 'no-store');
  setDefault(reply, 'x-request-id', requestId);
  setDefault(reply, 'x-content-type-options', 'nosniff');
  setDefault(reply, 'referrer-policy', 'no-referrer');
  setDefault(reply, 'cross-origin-opener-policy', 'same-origin');
  setDefault(reply, 'cross-origin-resource-policy', 'same-origin');
  // Keys are asked for in the companion only: a foreign script in the portal could not even try.
  const keys = listener === 'companion' ? '(self)' : '()';
  setDefault(
    reply,
    'permissions-policy',
    `camera=(self), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=${keys}, publickey-credentials-create=${keys}`,
  );
  if (isHttps) setDefault(reply, 'strict-transport-security', 'max-age=63072000; includeSubDomains');
}

/** Headers on every answer, refusals included. */
export function addSecurityHeaders(server: FastifyInstance, isHttps: boolean): void {
  server.addHook('onSend', async (request, reply) =>
    setSecurityHeaders(reply, String(request.id), isHttps, listenerOf(request)),
  );
}
