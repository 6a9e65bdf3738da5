import { SetMetadata, createParamDecorator, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { DeviceActor, NextStep, SessionActor } from './actor';

export const ACCESS = Symbol('access');

/** Who may call a route. Every route states it; a route that does not stops the boot. */
export type AccessRule =
  | { audience: 'public' }
  | {
      audience: 'member';
      /** Steps in which the call is allowed although the member has something to do first; `any` for all of them. */
      duringSteps: readonly NextStep[] | 'any';
      /** Whether the call counts as use of the session (moves the idle deadline). */
      touches: boolean;
    }
  | {
      audience: 'device';
      /** Whether the device's user must have been verified in the last 15 minutes. */
      verified: boolean;
    }
  | {
      /** A member's browser or device; see `PersonAccess`. */
      audience: 'account';
      level: 'basic' | 'full';
      devices: boolean;
      touches: boolean;
      /** Whether the path names a person for whom the caller must be allowed to act. */
      hasPerson: boolean;
    };

/** Anybody, also without a session. */
export const PublicAccess = (): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, { audience: 'public' } satisfies AccessRule);

/** A signed-in member. Without `duringSteps` the call is refused while a step is open. */
export const MemberAccess = (
  options: { duringSteps?: readonly NextStep[] | 'any'; touches?: boolean } = {},
): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, {
    audience: 'member',
    duringSteps: options.duringSteps ?? [],
    touches: options.touches ?? true,
  } satisfies AccessRule);

/** The member who calls. */
export const CurrentMember = createParamDecorator(
  (_: unknown, context: ExecutionContext): SessionActor =>
    context.switchToHttp().getRequest<{ user: SessionActor }>().user,
);

/** A member's device, in the companion. */
export const DeviceAccess = (options: { verified?: boolean } = {}): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, { audience: 'device', verified: options.verified ?? true } satisfies AccessRule);

/** The device that calls. */
export const CurrentDevice = createParamDecorator(
  (_: unknown, context: ExecutionContext): DeviceActor =>
    context.switchToHttp().getRequest<{ device: DeviceActor }>().device,
);
