import { mayBeHandedOver, mayBecome, submissionStates, turnOf, type SubmissionState } from './submission-state';

it('ends where it is acknowledged or refused, and a late acknowledgement still counts', () => {
  const ends = submissionStates.filter((from) => submissionStates.every((to) => !mayBecome(from, to)));
  expect(ends).toEqual(['acknowledged', 'rejected']);
  expect(mayBecome('overdue', 'acknowledged')).toBe(true);
});

it('what was told as overdue stays so until it has arrived, though it may be handed over', () => {
  expect(submissionStates.filter((to) => mayBecome('overdue', to))).toEqual(['acknowledged', 'rejected']);
  expect(submissionStates.filter(mayBeHandedOver)).toEqual(['submitted', 'overdue']);
});

it.each([
  ['acknowledged', 'overdue'],
  ['acknowledged', 'rejected'],
  ['rejected', 'forwarded'],
  ['rejected', 'acknowledged'],
  ['forwarded', 'rejected'],
  ['forwarded', 'submitted'],
] as [SubmissionState, SubmissionState][])('never goes from %s to %s', (from, to) => {
  expect(mayBecome(from, to)).toBe(false);
});

it('is the member’s turn only when something has to be sent again', () => {
  expect(submissionStates.filter((state) => turnOf(state) === 'member')).toEqual(['rejected']);
});
