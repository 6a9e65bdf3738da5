import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { DomainError, parseId } from '@of/kernel';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ACCESS, type AccessRule } from './access';
import type { DeviceActor, SessionActor } from './actor';
import { listenerOf } from '../http/listener';
import { DeviceReader } from './device-reader';
import { DeviceCookie } from './session-cookie';
import { SubjectAccess, type Acting, type PersonScope } from './subject-access';

type RequestWithRule = FastifyRequest & {
  accessRule?: AccessRule;
  device?: DeviceActor;
  acting?: Acting | PersonScope;
  user?: SessionActor;
};
type AccountRule = Extract<AccessRule, { audience: 'account' }>;

const notFound = (): DomainError => new DomainError('not-found', 'not-found');

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
    private readonly subjects: SubjectAccess,
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

    const request = context.switchToHttp().getRequest<RequestWithRule>();
    if (rule.audience === 'device') {
      request.device = await this.findDevice(request, rule.verified);
      return true;
    }
    if (rule.audience === 'account') {
      request.acting = await this.findActing(context, rule);
      return true;
    }
    await this.findMember(context, rule);
    return true;
  }

  /** The member behind the session cookie, when the step they are in allows the call. */
  private async findMember(
    context: ExecutionContext,
    rule: Extract<AccessRule, { touches: boolean }>,
  ): Promise<SessionActor> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithRule>();
    request.accessRule = rule;
    await super.canActivate(context);
    const actor = request.user as SessionActor;
    http.getResponse<FastifyReply>().header(SESSION_EXPIRY_HEADER, actor.idleExpiresAt.toISOString());
    const allowed = rule.audience === 'member' ? rule.duringSteps : [];
    if (actor.nextStep !== null && allowed !== 'any' && !allowed.includes(actor.nextStep)) {
      throw new DomainError('step-required', 'forbidden', { params: { nextStep: actor.nextStep } });
    }
    return actor;
  }

  private async findActing(context: ExecutionContext, rule: AccountRule): Promise<Acting | PersonScope> {
    const request = context.switchToHttp().getRequest<RequestWithRule>();
    const acting = await this.findCaller(context, rule);
    const scope = rule.hasPerson ? await this.findScope(request, acting) : acting;
    if (rule.level === 'full' && acting.level !== 'full') throw new DomainError('second-factor-required', 'forbidden');
    return scope;
  }

  private async findCaller(context: ExecutionContext, rule: AccountRule): Promise<Acting> {
    const request = context.switchToHttp().getRequest<RequestWithRule>();
    if (listenerOf(request) === 'portal') {
      const { accountId, insuredId, sessionId, level } = await this.findMember(context, rule);
      return { accountId, insuredId, sessionId, deviceId: null, level };
    }
    if (!rule.devices) throw notFound();
    const { accountId, insuredId, deviceId } = await this.findDevice(request, true);
    return { accountId, insuredId, sessionId: null, deviceId, level: 'full' };
  }

  private async findScope(request: FastifyRequest, acting: Acting): Promise<PersonScope> {
    const { personId } = request.params as { personId: string };
    const allowed = await this.subjects.allowedSubjects(acting.insuredId);
    const subject = personId === 'me' ? acting.insuredId : parseId<'InsuredPerson'>(personId);
    if (!subject || !allowed.includes(subject)) throw notFound();
    return { ...acting, subject, isSelf: subject === acting.insuredId };
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
