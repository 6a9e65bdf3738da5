import { type IncomingMessage } from 'node:http';
import { type FastifyRequest } from 'fastify';

/** The two origins of the house: members' portal and API, and the companion with the second factor. */
export type ListenerName = 'portal' | 'companion';

const fromCompanion = new WeakSet<IncomingMessage>();

/** Notes that a request came in on the companion's port. */
export function markCompanion(request: IncomingMessage): void {
  fromCompanion.add(request);
}

/** Which of the two a request came in through. */
export function listenerOf(request: FastifyRequest): ListenerName {
  return fromCompanion.has(request.raw) ? 'companion' : 'portal';
}
