import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '@of/kernel';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ACCESS, type AccessRule } from './access';
import type { DeviceActor, SessionActor } from './actor';
import { DeviceReader } from './device-reader';
import { DeviceCookie } from './session-cookie';

type RequestWithRule = FastifyRequest & { accessRule?: AccessRule; device?: DeviceActor };

/** Header that tells the portal the new idle deadline after each call. */
export const SESSION_EXPIRY_HEADER = 'x-session-expires-at';

/**
 * Default deny: a route without an access rule is refused (and stops the boot, see `assertEveryRouteStatesItsAccess`).
 */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(
    private readonly reflector: Reflector,
    private readonly deviceCookie: DeviceCookie,
    private readonly devices: DeviceReader,
  ) {
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
    if (rule.audience === 'device') {
      request.device = await this.findDevice(request, rule.verified);
      return true;
    }
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

  private async findDevice(request: FastifyRequest, verified: boolean): Promise<DeviceActor> {
    const token = this.deviceCookie.read(request.cookies[this.deviceCookie.name]);
    const found = token && (await this.devices.read(token));
    if (!found) throw new DomainError('not-authenticated', 'unauthenticated');
    // Whoever holds the cookie may know why: the companion says what to do.
    if (found.state !== 'active') throw new DomainError(`device-${found.state}`, 'unauthenticated');
    if (verified && !found.isVerified) throw new DomainError('verification-required', 'unauthenticated');
    return found.actor;
  }

  override handleRequest<T>(error: Error | null, actor: T | false): T {
    if (error) throw error;
    if (!actor) throw new DomainError('not-authenticated', 'unauthenticated');
    return actor;
  }
}
