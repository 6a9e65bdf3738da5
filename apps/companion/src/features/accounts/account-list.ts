import { useSyncExternalStore } from 'react';

/** A member's access on this device. Nothing else about the person is kept here: no number, no health data, no secret. */
export interface Account {
  deviceId: string;
  givenName: string;
  deviceName: string;
}

const KEY = 'of.accounts';
const listeners = new Set<() => void>();
let accounts: readonly Account[] = read();

// Another window of the app has changed the list.
addEventListener('storage', ({ key }) => {
  if (key === KEY) publish(read());
});

function read(): readonly Account[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isAccount).map(bare) : [];
  } catch {
    return [];
  }
}

function isAccount(value: unknown): value is Account {
  const { deviceId, givenName, deviceName } = (value ?? {}) as Record<string, unknown>;
  return [deviceId, givenName, deviceName].every((text) => typeof text === 'string');
}

/** Whatever else an answer of the API knows stays out of the storage. */
function bare({ deviceId, givenName, deviceName }: Account): Account {
  return { deviceId, givenName, deviceName };
}

function publish(next: readonly Account[]): void {
  accounts = next;
  for (const listener of listeners) listener();
}

function store(next: readonly Account[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // without storage the list holds for this visit
  }
  publish(next);
}

export function rememberAccount(account: Account): void {
  const known = accounts.findIndex(({ deviceId }) => deviceId === account.deviceId);
  store(known < 0 ? [...accounts, bare(account)] : accounts.with(known, bare(account)));
}

/** Takes one account from this device; the others stay. */
export function forgetAccount(deviceId: string): void {
  store(accounts.filter((account) => account.deviceId !== deviceId));
}

export function listAccounts(): readonly Account[] {
  return accounts;
}

export function useAccounts(): readonly Account[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, listAccounts);
}
