import { createServer, type Server } from 'node:http';
import { DomainError } from '@of/kernel';
import { type FastifyInstance } from 'fastify';
import { answerBrokenRequest } from './broken-requests';
import { listenerOf, markCompanion, type ListenerName } from './listener';

const deviceCalls = /^\/api\/v1\/devices?(\/|$)/;
/** What both origins need: who we are, the legal texts, explanations of problems, and whether we are there at all. */
const sharedCalls = /^\/(api\/v1\/(branding|legal-documents)|problems|health)(\/|$)/;
/** Where a member's browser and device do the same; the access rule of each route says whether a device may. */
const calledByBoth = /^\/api\/v1\/(insured-persons|uploads)(\/|$)/;
/** `servePages` chooses by itself what it gives on which listener. */
const pages = new Set(['/*', '/assets/*']);

/** @param route the route's own address, e.g. `/api/v1/me/devices/:id`: however the path was written, this is what answers */
function isServed(route: string, listener: ListenerName): boolean {
  if (pages.has(route) || sharedCalls.test(route) || calledByBoth.test(route)) return true;
  return deviceCalls.test(route) === (listener === 'companion');
}

/** Neither origin serves the calls of the other: a script in the one cannot reach what the other guards (D24). */
export function separateListeners(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    const { url } = request.routeOptions;
    if (url !== undefined && !isServed(url, listenerOf(request))) throw new DomainError('not-found', 'not-found');
  });
}

/** The companion's own server on top of the same application; it closes with it. Not yet listening. */
export function createCompanionListener(server: FastifyInstance): Server {
  const companion = createServer(
    { requireHostHeader: false, keepAliveTimeout: 65_000, requestTimeout: 30_000, headersTimeout: 10_000 },
    (request, response) => {
      markCompanion(request);
      server.routing(request, response);
    },
  );
  companion.on('clientError', answerBrokenRequest);
  companion.on('checkExpectation', (request, response) => {
    markCompanion(request);
    server.routing(request, response);
  });
  server.addHook('onClose', async () => {
    if (!companion.listening) return;
    const closed = new Promise((resolve) => companion.close(resolve));
    // Whoever was still being answered leaves an idle connection behind, which would hold the stop for a minute.
    const sweep = setInterval(() => companion.closeIdleConnections(), 100);
    await closed;
    clearInterval(sweep);
  });
  return companion;
}
