import { DateOnly } from '@of/kernel';
import { coverRulesOn, warningsOf } from './cover-rules';

it('C11 gives a waiting time of 31 days and 90 days until an account expires', () => {
  const rules = coverRulesOn(DateOnly.parse('2026-11-24'));
  expect(rules).toMatchObject({ waitingDays: 31, keepDeactivatedDays: 90 });
  expect(coverRulesOn(DateOnly.parse('2020-01-01'))).toEqual(rules);
});

it('C11 warns on the first day without cover and a week before the access closes', () => {
  expect(warningsOf(coverRulesOn(DateOnly.parse('2026-11-24'))).map(({ warning, days }) => [warning, days])).toEqual([
    ['last', 24],
    ['first', 1],
  ]);
});
