import { byDay } from './by-day';

it('puts entries of one German day together, in the order they come', () => {
  const entries = ['2026-11-23T23:30:00Z', '2026-11-23T22:59:00Z', '2026-11-23T05:00:00Z', '2026-11-22T23:00:00Z'];
  expect(byDay(entries.map((at) => ({ at }))).map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-11-24', 1],
    ['2026-11-23', 3],
  ]);
  expect(byDay([])).toEqual([]);
});
