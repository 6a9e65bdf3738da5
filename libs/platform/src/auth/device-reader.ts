import type { DeviceActor } from './actor';

/** A device session as it stands now. */
export interface FoundDevice {
  actor: DeviceActor;
  /** `active`, or why the device may do nothing any more. */
  state: 'active' | 'suspended' | 'removed';
  /** Whether its user was verified in the last 15 minutes. */
  isVerified: boolean;
}

/** Port: looks a device session up on every request. The room that owns devices implements it. */
export abstract class DeviceReader {
  /** @returns null when there is no such session any more, or its account may not act */
  abstract read(token: string): Promise<FoundDevice | null>;
}
