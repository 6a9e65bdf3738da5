import { mayBecome, type LetterState } from './letter-state';

const states: LetterState[] = ['in-review', 'ordered', 'rendered', 'handed-over', 'posted', 'returned', 'cancelled'];
const allowed = [
  'in-review>ordered',
  'in-review>cancelled',
  'ordered>rendered',
  'ordered>cancelled',
  'rendered>handed-over',
  'handed-over>posted',
  'handed-over>returned',
  'posted>returned',
];

describe('the states of a letter', () => {
  it('B9 only goes forward: what was rendered is never rendered again', () => {
    const possible = states.flatMap((from) => states.filter((to) => mayBecome(from, to)).map((to) => `${from}>${to}`));
    expect(possible.sort()).toEqual([...allowed].sort());
  });
});
