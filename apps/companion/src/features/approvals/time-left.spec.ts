import { timeLeft } from './time-left';

describe('time left', () => {
  it.each([
    [300, 'Noch 5 Minuten'],
    [299, 'Noch 4 Minuten'],
    [119, 'Noch 1 Minute'],
    [59, 'Noch 60 Sekunden'],
    [40, 'Noch 40 Sekunden'],
    [3, 'Noch 20 Sekunden'],
    [0, 'Abgelaufen'],
  ])('says after %p seconds: %p', (seconds, text) => expect(timeLeft(seconds)).toBe(text));
});
