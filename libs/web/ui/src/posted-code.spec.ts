import { groupPostedCode, hasRightCheckSymbol, isPostedCode, normalisePostedCode } from './posted-code';

describe('posted code', () => {
  it.each(['7KQ4-M2TX-9HRW', '7kq4m2tx9hrw', ' 7KQ4 M2TX 9HRW ', '7KQ4–M2TX–9HRW'])('B10 understands %p', (input) => {
    expect(normalisePostedCode(input)).toBe('7KQ4M2TX9HRW');
    expect(isPostedCode(input)).toBe(true);
  });

  it('reads O as 0, I and L as 1', () => expect(normalisePostedCode('oOiIlL')).toBe('001111'));

  it.each(['', '7KQ4-M2TX', '7KQ4-M2TX-9HRWX', '7KQ4-M2TX-9HRÜ', 'UKQ4-M2TX-9HRW'])(
    'refuses %p before it is sent',
    (input) => expect(isPostedCode(input)).toBe(false),
  );

  it.each([
    ['7kq4', '7KQ4'],
    ['7kq4m', '7KQ4-M'],
    ['7KQ4M2TX9HRW55', '7KQ4-M2TX-9HRW'],
  ])('groups %p', (input, grouped) => expect(groupPostedCode(input)).toBe(grouped));

  // The check symbols come from the procedure that mints the codes.
  it.each(['0000-0000-0000', 'ABCD-EFGH-JKMY'])('S04 finds every single slip in %p', (code) => {
    expect(hasRightCheckSymbol(code)).toBe(true);
    const plain = normalisePostedCode(code);
    for (let place = 0; place < plain.length; place++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === plain[place]) continue;
        expect(hasRightCheckSymbol(plain.slice(0, place) + other + plain.slice(place + 1))).toBe(false);
      }
    }
  });
});
