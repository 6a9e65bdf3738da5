/** What becomes of a letter. */
export type LetterState = 'in-review' | 'ordered' | 'rendered' | 'handed-over' | 'posted' | 'returned' | 'cancelled';

const next: Record<LetterState, readonly LetterState[]> = {
  'in-review': ['ordered', 'cancelled'],
  ordered: ['rendered', 'cancelled'],
  rendered: ['handed-over'],
  'handed-over': ['posted', 'returned'],
  posted: ['returned'],
  returned: [],
  cancelled: [],
};

export function mayBecome(from: LetterState, to: LetterState): boolean {
  return next[from].includes(to);
}
