import { reachableStep } from './registration-draft';

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
