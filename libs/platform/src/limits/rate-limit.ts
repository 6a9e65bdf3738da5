import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const RATE_LIMIT = Symbol('rate-limit');

/** A limit on how often a route may be called, told to the caller in `RateLimit` and `RateLimit-Policy`. */
export interface RateLimitRule {
  name: string;
  points: number;
  windowSeconds: number;
}

/** Limits a route per client address. Several routes with the same name share one allowance. */
export const LimitPerAddress = (rule: RateLimitRule): CustomDecorator<symbol> => SetMetadata(RATE_LIMIT, rule);

/** What every signed-in member may do: reads and writes together, per account. */
export const memberLimit: RateLimitRule = { name: 'member', points: 240, windowSeconds: 60 };
