import {
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@of/kernel';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import IORedis from 'ioredis';
import { type Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { AppConfig } from '../config/app-config';
import type { SessionActor } from '../auth/actor';
import { LOGGER } from '../tokens';
import { RATE_LIMIT, memberLimit, type RateLimitRule } from './rate-limit';

/** IPv4 addresses count one by one, IPv6 by their /56 (what one household gets). */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(ip);
  if (mapped) return mapped[1] as string;
  return ip.includes(':') ? ip.split(':').slice(0, 4).join(':').slice(0, -2) : ip;
}

/**
 * Coarse limits against floods, in Redis where there is one and in the process otherwise (or while Redis is away).
 * They protect the machine; tries around secrets are counted elsewhere, in PostgreSQL.
 */
@Injectable()
export class RateLimitGuard implements CanActivate, OnApplicationShutdown {
  private readonly limiters = new Map<string, RateLimiterAbstract>();
  private readonly redis: IORedis | undefined;

  constructor(
    private readonly reflector: Reflector,
    config: AppConfig,
    @Inject(LOGGER) logger: Logger,
  ) {
    if (!config.REDIS_URL) return;
    this.redis = new IORedis(config.REDIS_URL, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      commandTimeout: 500,
    });
    this.redis.on('error', (error) =>
      logger.warn({ err: error }, 'rate limits: Redis is away, counting in the process'),
    );
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<RateLimitRule | undefined>(RATE_LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: SessionActor }>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (rule) await this.consume(rule, addressKey(request.ip), reply);
    else if (request.user) await this.consume(memberLimit, request.user.accountId, reply);
    return true;
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private async consume(rule: RateLimitRule, key: string, reply: FastifyReply): Promise<void> {
    let state: RateLimiterRes;
    try {
      state = await this.limiter(rule).consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      state = refusal;
    }
    const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
    reply.header('RateLimit-Policy', `"${rule.name}";q=${rule.points};w=${rule.windowSeconds}`);
    reply.header('RateLimit', `"${rule.name}";r=${Math.max(0, state.remainingPoints)};t=${seconds}`);
    if (state.consumedPoints > rule.points) {
      throw new DomainError('too-many-requests', 'too-many', { retryAfterSeconds: seconds });
    }
  }

  private limiter(rule: RateLimitRule): RateLimiterAbstract {
    const known = this.limiters.get(rule.name);
    if (known) return known;
    const options = { points: rule.points, duration: rule.windowSeconds, keyPrefix: `limit:${rule.name}` };
    const inProcess = new RateLimiterMemory(options);
    const limiter = this.redis
      ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: inProcess })
      : inProcess;
    this.limiters.set(rule.name, limiter);
    return limiter;
  }
}
