import { numberChoices } from './number-choices';

const id = (n: number) => `019306a1-7c1e-7000-8000-${String(n).padStart(12, '0')}`;

describe('the three numbers of a login', () => {
  it('D37 holds the right one and two different decoys of two digits', () => {
    for (let n = 0; n < 2000; n++) {
      const right = String(10 + (n % 90));
      const choices = numberChoices(id(n), right);
      expect(new Set(choices).size).toBe(3);
      expect(choices).toContain(right);
      for (const choice of choices) expect(choice).toMatch(/^[1-9]\d$/);
    }
  });

  it('D37 stays the same for one approval, so that looking twice gives no hint', () => {
    expect(numberChoices(id(1), '47')).toEqual(numberChoices(id(1), '47'));
    expect(numberChoices(id(1), '47')).not.toEqual(numberChoices(id(2), '47'));
  });

  it('D37 has no place where the right number is found by habit', () => {
    const places = [0, 0, 0];
    for (let n = 0; n < 3000; n++) places[numberChoices(id(n), '47').indexOf('47')]! += 1;
    for (const count of places) expect(count).toBeGreaterThan(850);
  });
});
