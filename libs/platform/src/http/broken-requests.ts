import { type Socket } from 'node:net';
import { DomainError } from '@of/kernel';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { sendProblem } from './problems/problem.filter';
import { setSecurityHeaders } from './security-headers';

/** The socket never got as far as a request: answer in the same form as everything else. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = isTooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({
    type: '/problems/malformed-request',
    title: 'Anfrage nicht lesbar',
    status: isTooLarge ? 431 : 400,
    detail: 'Wir konnten die Anfrage nicht lesen.',
    instance: '/',
    code: 'malformed-request',
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const malformed = (): DomainError => new DomainError('malformed-request', 'malformed');

/** Fastify's options for what goes wrong before a route and its hooks are reached. */
export function brokenRequestOptions(isHttps: boolean, logger: Logger): object {
  return {
    clientErrorHandler: answerBrokenRequest,
    // A path that is no URL; no hook has run or will run.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(reply, String(request.id), isHttps);
      sendProblem(malformed(), request, reply, logger);
    },
    // Node's own refusal has no body; `refuseBrokenRequests` answers instead.
    http: { requireHostHeader: false },
  };
}

/** Refuses requests without a host, and does not stumble over expectations nobody knows. */
export function refuseBrokenRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (request.headers.host === undefined) throw malformed();
  });
  server.server.on('checkExpectation', (request, response) => server.routing(request, response));
}
