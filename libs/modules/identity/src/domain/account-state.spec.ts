import { accountStates, mayBecome, statesBefore } from './account-state';

it('1L allows exactly these changes of an account', () => {
  const allowed = accountStates.flatMap((from) =>
    accountStates.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(allowed).toEqual([
    'applied → active',
    'applied → erased',
    'active → deactivated',
    'active → erased',
    'deactivated → active',
    'deactivated → erased',
  ]);
});

it('1L leaves no state without a way forward except the end', () => {
  for (const state of accountStates.filter((known) => known !== 'erased'))
    expect(accountStates.some((to) => mayBecome(state, to))).toBe(true);
});

it('knows from where an account may be deactivated and erased', () => {
  expect(statesBefore('deactivated')).toEqual(['active']);
  expect(statesBefore('erased')).toEqual(['applied', 'active', 'deactivated']);
});
