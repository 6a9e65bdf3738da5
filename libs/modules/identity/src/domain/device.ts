/** How many devices an account may have at a time. */
export const MAX_DEVICES = 3;

/** For how long a device counts as verified after its user was. */
export const VERIFIED_MINUTES = 15;

/** How long a checked code waits for the new device's key. */
export const BINDING_MINUTES = 10;

/** After a new device by a posted code alone, address, bank account and e-mail stay as they are for so long. */
export const FREEZE_HOURS = 24;

/** `pending`: registered, waits for the release on another device. */
export type DeviceState = 'pending' | 'active' | 'suspended' | 'removed';

/** How a device became one: by a letter, or released on another device. */
export type BoundBy = 'posted-code' | 'transfer';

const transitions: Record<DeviceState, readonly DeviceState[]> = {
  pending: ['active', 'removed'],
  active: ['suspended', 'removed'],
  suspended: ['removed'],
  removed: [],
};

/** The states from which a device may get there, for the guard of the statement. */
export function deviceStatesBefore(to: DeviceState): DeviceState[] {
  return (Object.keys(transitions) as DeviceState[]).filter((from) => transitions[from].includes(to));
}
