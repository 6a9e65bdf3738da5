import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import jwt from 'jsonwebtoken';

const DAYS = 180;

/** The signed cookie of a browser that signed in before. It gives tries of its own and never lets anybody in. */
@Injectable()
export class BrowserCookie {
  private readonly name: string;

  constructor(private readonly config: AppConfig) {
    this.name = config.isHttps ? '__Host-of_browser' : 'of_browser';
  }

  read(request: FastifyRequest): { accountId: string; browserId: string } | null {
    const token = request.cookies[this.name];
    if (!token) return null;
    try {
      const claims = jwt.verify(token, this.config.SESSION_SECRET, { algorithms: ['HS256'], audience: 'browser' });
      if (typeof claims === 'string' || !claims.sub || !claims.jti) return null;
      return { accountId: claims.sub, browserId: claims.jti };
    } catch {
      return null; // expired or not ours: a browser like any other
    }
  }

  set(reply: FastifyReply, accountId: string): void {
    const token = jwt.sign({}, this.config.SESSION_SECRET, {
      algorithm: 'HS256',
      audience: 'browser',
      subject: accountId,
      jwtid: randomUUID(),
      expiresIn: `${DAYS}d`,
    });
    reply.setCookie(this.name, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isHttps,
      path: '/',
      maxAge: DAYS * 86_400,
    });
  }
}
