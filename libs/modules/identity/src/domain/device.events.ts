interface DeviceFact {
  accountId: string;
  deviceId: string;
}

export const deviceBound = (payload: DeviceFact) =>
  ({ name: 'identity.device-bound', payload: { ...payload } }) as const;

export const deviceRemoved = (payload: DeviceFact) =>
  ({ name: 'identity.device-removed', payload: { ...payload } }) as const;

export const deviceSuspended = (payload: DeviceFact) =>
  ({ name: 'identity.device-suspended', payload: { ...payload } }) as const;

export const accountLocked = (accountId: string) =>
  ({ name: 'identity.account-locked', payload: { accountId } }) as const;
