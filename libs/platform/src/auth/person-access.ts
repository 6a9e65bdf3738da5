import { SetMetadata, createParamDecorator, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { ACCESS, type AccessRule } from './access';
import type { Acting, PersonScope } from './subject-access';

interface AccountAccessOptions {
  /** Level the call needs. Default `basic`. */
  level?: 'basic' | 'full';
  /** Whether a device of the member may call it, too, on the companion's origin. Default false. */
  devices?: boolean;
  /** Whether the call counts as use of the session. Default true. */
  touches?: boolean;
}

const rule = (options: AccountAccessOptions, hasPerson: boolean): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, {
    audience: 'account',
    level: options.level ?? 'basic',
    devices: options.devices ?? false,
    touches: options.touches ?? true,
    hasPerson,
  } satisfies AccessRule);

/** A signed-in member with nothing left to do first, or a device of theirs; about nobody in particular. */
export const AccountAccess = (options: AccountAccessOptions = {}): CustomDecorator<symbol> => rule(options, false);

/**
 * The same for data of the person that the path names (`:personId`, `me` for oneself). Somebody else's id and one that does
 * not exist look alike: 404.
 */
export const PersonAccess = (options: AccountAccessOptions = {}): CustomDecorator<symbol> => rule(options, true);

/** Who calls, of a route with `AccountAccess`. */
export const CurrentActing = createParamDecorator(
  (_: unknown, context: ExecutionContext): Acting => context.switchToHttp().getRequest<{ acting: Acting }>().acting,
);

/** Who calls and for whom, of a route with `PersonAccess`. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): PersonScope =>
    context.switchToHttp().getRequest<{ acting: PersonScope }>().acting,
);
