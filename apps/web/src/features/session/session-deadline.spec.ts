import { SessionDeadline, announcedSeconds, formatCountdown } from './session-deadline';

const T = Date.parse('2026-11-23T10:00:00Z');
const MINUTES = 60_000;

describe('countdown', () => {
  it.each([
    [null, '--:--'],
    [0, '00:00'],
    [9, '00:09'],
    [872, '14:32'],
    [900, '15:00'],
    [6000, '100:00'],
  ])('A1 shows %p seconds as %s', (seconds, text) => expect(formatCountdown(seconds)).toBe(text));

  it('A1 follows from the deadline, not from counted seconds', () => {
    const deadline = new SessionDeadline();
    deadline.hear({ serverTime: null, sessionExpiresAt: T + 15 * MINUTES }, T);
    expect(deadline.remaining(T)).toBe(15 * MINUTES);
    // The device slept for ten minutes: the very next look is right.
    expect(deadline.remaining(T + 10 * MINUTES)).toBe(5 * MINUTES);
    expect(deadline.remaining(T + 60 * MINUTES)).toBe(0);
  });

  it.each([
    ['three hours fast', 180],
    ['a day slow', -1440],
  ])('A1 is right on a device whose clock is %s', (_name, minutesWrong) => {
    const deadline = new SessionDeadline();
    const deviceNow = T + minutesWrong * MINUTES;
    deadline.hear({ serverTime: T, sessionExpiresAt: T + 15 * MINUTES }, deviceNow);
    expect(Math.abs((deadline.remaining(deviceNow) ?? 0) - 15 * MINUTES)).toBeLessThanOrEqual(500);
  });

  it('A3 moves with every new deadline and forgets it at the end', () => {
    const deadline = new SessionDeadline();
    expect(deadline.remaining(T)).toBeNull();
    expect(deadline.hear({ serverTime: null, sessionExpiresAt: T + MINUTES }, T)).toBe(true);
    expect(deadline.hear({ serverTime: null, sessionExpiresAt: T + MINUTES }, T + 10)).toBe(false);
    expect(deadline.hear({ serverTime: null, sessionExpiresAt: null }, T + 20)).toBe(false);
    expect(deadline.hear({ serverTime: null, sessionExpiresAt: T + MINUTES / 2 }, T + 30)).toBe(false);
    expect(deadline.sinceMoved(T + 1000)).toBe(1000);
    deadline.forget();
    expect(deadline.remaining(T)).toBeNull();
  });

  it.each([
    [120, 120],
    [61, 120],
    [60, 60],
    [41, 60],
    [40, 40],
    [21, 40],
    [20, 20],
    [1, 20],
  ])('A3 at %i seconds the step %i is what is said', (seconds, step) => expect(announcedSeconds(seconds)).toBe(step));
});
