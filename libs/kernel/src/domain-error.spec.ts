import { Clock, DateOnly, DomainError, SystemClock, ValidationError } from './index';

describe('DomainError', () => {
  it('carries code, kind and details, and no sentence', () => {
    const error = new DomainError('code-invalid', 'validation', { params: { attemptsLeft: 3 } });
    expect(error).toMatchObject({ code: 'code-invalid', kind: 'validation', params: { attemptsLeft: 3 } });
    expect(error.message).toBe('code-invalid');
  });

  it('names every faulty field at once', () => {
    const fieldErrors = [{ pointer: '/password', code: 'password-policy', rule: 'digit' }];
    expect(new ValidationError(fieldErrors)).toMatchObject({ code: 'validation-failed', fieldErrors });
  });
});

describe('Clock', () => {
  it('tells the German day', () => {
    class Stopped extends Clock {
      now = () => new Date('2026-12-31T23:30:00Z');
    }
    expect(String(new Stopped().today())).toBe('2027-01-01');
    expect(new SystemClock().today()).toBeInstanceOf(DateOnly);
  });
});
