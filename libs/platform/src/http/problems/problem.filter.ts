import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { LOGGER } from '../../tokens';
import { preferredLanguage } from './language';
import { toProblem } from './to-problem';

/** The only place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(error, request, reply, this.logger);
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const { problem, retryAfterSeconds, isBug } = toProblem(error, {
    language,
    instance: (request.url ?? '/').split('?')[0] as string,
  });
  if (isBug) logger.error({ err: error, route: request.routeOptions?.url }, 'unforeseen error');
  else if (problem.status >= 500) logger.warn({ err: error, route: request.routeOptions?.url }, 'unavailable');
  if (reply.sent) return;
  if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds));
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(JSON.stringify(problem));
}
