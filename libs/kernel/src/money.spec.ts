import { Money } from './money';

describe('Money', () => {
  it('adds, subtracts and multiplies without losing a cent', () => {
    const total = Money.sum([10, 20, 30].map((cents) => Money.ofCents(cents)));
    expect(total.plus(Money.ofCents(5)).minus(Money.ofCents(70)).times(3).cents).toBe(-15);
  });

  it.each([
    [1001, 50, 501],
    [-1001, 50, -501],
    [12_345, 80, 9_876],
    [4_000, 100, 4_000],
    [1, 49, 0],
  ])('%i cents at %i percent are %i cents', (cents, percent, share) => {
    expect(Money.ofCents(cents).percent(percent)).toEqual(Money.ofCents(share));
  });

  it.each([0.1, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('refuses %p cents', (cents) => {
    expect(() => Money.ofCents(cents)).toThrow(RangeError);
  });

  it('is compared and shown', () => {
    const [less, more] = [Money.ofCents(99), Money.ofCents(123_456)];
    expect([less.min(more), less.max(more), less.compare(more)]).toEqual([less, more, -1]);
    expect(more.format('de').replace(/\s/g, ' ')).toBe('1.234,56 €');
    expect(more.format('en')).toBe('€1,234.56');
    expect(JSON.stringify({ amountCents: more })).toBe('{"amountCents":123456}');
  });
});
