export const accountStates = ['applied', 'active', 'deactivated', 'erased'] as const;

/**
 * What becomes of an account. `applied`: the letter with the code is under way. `deactivated`: cover ended. `erased`: the
 * row is gone and the person may register anew.
 */
export type AccountState = (typeof accountStates)[number];

/** The states that a row can have. */
export type StoredState = Exclude<AccountState, 'erased'>;

/** Which state may follow which. Every state has a way forward, and its owner may delete the account in each of them. */
const transitions: Record<AccountState, readonly AccountState[]> = {
  applied: ['active', 'erased'],
  active: ['deactivated', 'erased'],
  deactivated: ['active', 'erased'],
  erased: [],
};

export function mayBecome(from: AccountState, to: AccountState): boolean {
  return transitions[from].includes(to);
}

/** The states from which a row may come into this one; the guard of every statement that changes it. */
export function statesBefore(to: AccountState): StoredState[] {
  return accountStates.filter((from): from is StoredState => from !== 'erased' && mayBecome(from, to));
}
