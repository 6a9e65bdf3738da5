import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '@of/kernel';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ACCESS, type AccessRule } from './access';
import type { SessionActor } from './actor';

type RequestWithRule = FastifyRequest & { accessRule?: AccessRule };

/** Header that tells the portal the new idle deadline after each call. */
export const SESSION_EXPIRY_HEADER = 'x-session-expires-at';

/**
 * Default deny: a route without an access rule is refused (and stops the boot, see `assertEveryRouteStatesItsAccess`).
 */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new DomainError('not-authenticated', 'unauthenticated');
    if (rule.audience === 'public') return true;

    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithRule>();
    request.accessRule = rule;
    await super.canActivate(context);

    const actor = (request as unknown as { user: SessionActor }).user;
    http.getResponse<FastifyReply>().header(SESSION_EXPIRY_HEADER, actor.idleExpiresAt.toISOString());
    const isBlocked =
      actor.nextStep !== null && rule.duringSteps !== 'any' && !rule.duringSteps.includes(actor.nextStep);
    if (isBlocked) {
      throw new DomainError('step-required', 'forbidden', { params: { nextStep: actor.nextStep as string } });
    }
    return true;
  }

  override handleRequest<T>(error: Error | null, actor: T | false): T {
    if (error) throw error;
    if (!actor) throw new DomainError('not-authenticated', 'unauthenticated');
    return actor;
  }
}
