/**
 * What becomes of a submission. `forwarded`: the receiving system has been given it; `acknowledged`: that system has said
 * so. `overdue`: it has not in time, and member and operators were told. `rejected`: the scanner refused it, the member has
 * to send it again.
 */
export const submissionStates = ['submitted', 'forwarded', 'acknowledged', 'overdue', 'rejected'] as const;
export type SubmissionState = (typeof submissionStates)[number];

const next: Record<SubmissionState, readonly SubmissionState[]> = {
  submitted: ['forwarded', 'acknowledged', 'overdue', 'rejected'],
  forwarded: ['acknowledged', 'overdue'],
  // Late is better than never. Handing it over late is no news: it stays overdue until it has arrived.
  overdue: ['acknowledged', 'rejected'],
  acknowledged: [],
  rejected: [],
};

export function mayBecome(from: SubmissionState, to: SubmissionState): boolean {
  return next[from].includes(to);
}

/** What may still be given to the receiving system. */
export function mayBeHandedOver(state: SubmissionState): boolean {
  return state === 'submitted' || state === 'overdue';
}

export const progresses = ['being-checked', ...submissionStates] as const;

/** How far a submission is, as the member sees it: the scanner's look comes before everything else. */
export type Progress = (typeof progresses)[number];

export const turns = ['insurer', 'member'] as const;

/** Who has to do something next. */
export type Turn = (typeof turns)[number];

export function turnOf(progress: Progress): Turn {
  return progress === 'rejected' ? 'member' : 'insurer';
}
