import { groupPostedCode, isPostedCode, normalisePostedCode } from './posted-code';
import { reachableStep } from './registration-draft';

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
});

describe('steps of the registration', () => {
  const draft = { kvnr: 'A123456780', postalCode: '01099', password: 'x', letterExpectedBy: null };

  it.each([
    [undefined, 'bereit'],
    ['nonsense', 'bereit'],
    ['absenden', 'absenden'],
    ['fertig', 'absenden'],
  ])('shows %p as %s', (asked, step) => expect(reachableStep(asked, draft)).toBe(step));

  it('asks again for what a reload has forgotten', () => {
    const empty = { kvnr: '', postalCode: '', password: '', letterExpectedBy: null };
    expect(reachableStep('absenden', empty)).toBe('person');
    expect(reachableStep('absenden', { ...draft, password: '' })).toBe('passwort');
  });

  it('stays at the end once it is sent', () => {
    expect(reachableStep('person', { ...draft, letterExpectedBy: '2026-12-01' })).toBe('fertig');
  });
});
