import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@of/kernel';
import canonicalize from 'canonicalize';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { catchError, concatMap, defer, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { AppConfig } from '../config/app-config';
import { keyedHash } from '../crypto/keyed-hash';
import { assertUsableShape } from '../http/request-shape';
import { IdempotencyKeys, type FirstAnswer, type KeyedRequest } from './idempotency-keys';
import { scopeOf, type KnownRequest } from './request-scope';

const IDEMPOTENT = Symbol('idempotent');
const keyShape = /^[\x21-\x7e]{1,255}$/;

/** The route creates something: a repeated `Idempotency-Key` gets the first answer again instead of a second effect. */
export const Idempotent = (): CustomDecorator<symbol> => SetMetadata(IDEMPOTENT, true);

/**
 * Answers that are given again: whatever was created, and refusals that would be the same. "Too often" and "not
 * available" are not: the next try may succeed.
 */
function isFinal(error: unknown): error is DomainError {
  return error instanceof DomainError && error.kind !== 'too-many' && error.kind !== 'unavailable';
}

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: IdempotencyKeys,
    private readonly config: AppConfig,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & KnownRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !this.reflector.get<boolean | undefined>(IDEMPOTENT, context.getHandler()))
      return next.handle();
    if (typeof key !== 'string' || !keyShape.test(key)) {
      throw new DomainError('idempotency-key-invalid', 'malformed');
    }
    assertUsableShape(request.body ?? null); // the body is not validated yet, and hashing walks through all of it
    const keyed: KeyedRequest = {
      scope: scopeOf(request),
      key,
      requestHash: keyedHash(this.config.CODE_PEPPER, 'idempotency', canonicalize(request.body ?? null) ?? ''),
    };
    return defer(() => from(this.keys.claim(keyed))).pipe(
      mergeMap((first) =>
        first ? this.replay(http.getResponse(), first) : this.runOnce(keyed, next, http.getResponse()),
      ),
    );
  }

  private replay(reply: FastifyReply, first: FirstAnswer): Observable<unknown> {
    reply.header('idempotency-replayed', 'true');
    if (!first.error) {
      if (first.status) reply.status(first.status);
      return of(first.body);
    }
    const { code, kind, details } = first.body as { code: string; kind: DomainError['kind']; details: object };
    return throwError(() => new DomainError(code, kind, details));
  }

  private runOnce(keyed: KeyedRequest, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      concatMap(async (body: unknown) => {
        await this.keys.keep(keyed, { body, status: reply.statusCode, error: false });
        return body;
      }),
      catchError(async (error: unknown) => {
        if (isFinal(error)) {
          const { code, kind, fieldErrors, params } = error;
          await this.keys.keep(keyed, { body: { code, kind, details: { fieldErrors, params } }, error: true });
        } else {
          await this.keys.release(keyed);
        }
        throw error;
      }),
    );
  }
}
