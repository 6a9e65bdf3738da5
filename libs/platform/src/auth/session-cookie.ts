import { type CookieSerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { AppConfig } from '../config/app-config';

/** What the signed cookie says: which session (by its secret token). Everything else is looked up. */
export interface SessionClaims {
  sid: string;
}

/**
 * The session cookie: a signed JWT that holds nothing but the session's secret. `__Host-` and `Secure` wherever the
 * portal is served over https (S25).
 */
@Injectable()
export class SessionCookie {
  readonly name: string;
  readonly options: CookieSerializeOptions;

  constructor(private readonly config: AppConfig) {
    this.name = config.isHttps ? '__Host-of_session' : 'of_session';
    this.options = { httpOnly: true, sameSite: 'strict', secure: config.isHttps, path: '/' };
  }

  sign(token: string, absoluteExpiresAt: Date): string {
    const expiresIn = Math.max(1, Math.floor((absoluteExpiresAt.getTime() - Date.now()) / 1000));
    return jwt.sign({ sid: token } satisfies SessionClaims, this.config.SESSION_SECRET, {
      algorithm: 'HS256',
      expiresIn,
      audience: 'member',
    });
  }
}
