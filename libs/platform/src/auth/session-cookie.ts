import { type CookieSerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { AppConfig } from '../config/app-config';

/** What a signed cookie says: which session (by its secret token). Everything else is looked up. */
export interface SessionClaims {
  sid: string;
}

/**
 * A signed JWT that holds nothing but a session's secret. `__Host-` and `Secure` wherever its pages are served over https
 * (S25).
 */
abstract class SignedCookie {
  readonly name: string;
  readonly options: CookieSerializeOptions;

  constructor(
    protected readonly config: AppConfig,
    name: string,
    private readonly audience: 'member' | 'device',
    pageOrigin: string,
  ) {
    const secure = pageOrigin.startsWith('https:');
    this.name = secure ? `__Host-${name}` : name;
    this.options = { httpOnly: true, sameSite: 'strict', secure, path: '/' };
  }

  sign(token: string, absoluteExpiresAt: Date): string {
    const expiresIn = Math.max(1, Math.floor((absoluteExpiresAt.getTime() - Date.now()) / 1000));
    return jwt.sign({ sid: token } satisfies SessionClaims, this.config.SESSION_SECRET, {
      algorithm: 'HS256',
      expiresIn,
      audience: this.audience,
    });
  }
}

/** The cookie of a browser session in the portal. */
@Injectable()
export class SessionCookie extends SignedCookie {
  constructor(config: AppConfig) {
    super(config, 'of_session', 'member', config.publicOrigin);
  }
}

/** The cookie of the companion. It outlives the browser: a phone stays a member's device until it is removed. */
@Injectable()
export class DeviceCookie extends SignedCookie {
  constructor(config: AppConfig) {
    super(config, 'of_device', 'device', config.companionOrigin);
  }

  /** The session's secret out of the cookie; null when there is none that we signed. */
  read(value: string | undefined): string | null {
    if (!value) return null;
    try {
      const claims = jwt.verify(value, this.config.SESSION_SECRET, { algorithms: ['HS256'], audience: 'device' });
      return typeof claims !== 'string' && typeof claims['sid'] === 'string' ? claims['sid'] : null;
    } catch {
      return null;
    }
  }
}
