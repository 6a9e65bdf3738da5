import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import { AppConfig } from '../config/app-config';
import type { SessionActor } from './actor';
import type { AccessRule } from './access';
import { SessionCookie, type SessionClaims } from './session-cookie';
import { SessionReader } from './session-reader';

/** passport-jwt over the cookie: checks the signature, then asks the database whether the session still stands. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(
    config: AppConfig,
    cookie: SessionCookie,
    private readonly sessions: SessionReader,
  ) {
    super({
      jwtFromRequest: (request: unknown) => (request as FastifyRequest).cookies?.[cookie.name] ?? null,
      secretOrKey: config.SESSION_SECRET,
      algorithms: ['HS256'],
      audience: 'member',
      passReqToCallback: true,
    });
  }

  async validate(
    request: FastifyRequest & { accessRule?: AccessRule },
    claims: SessionClaims,
  ): Promise<SessionActor | false> {
    if (typeof claims.sid !== 'string') return false;
    const rule = request.accessRule;
    const touch = rule !== undefined && 'touches' in rule && rule.touches;
    return (await this.sessions.read(claims.sid, { touch })) ?? false;
  }
}
