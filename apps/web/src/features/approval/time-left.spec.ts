import { timeLeft } from './time-left';

it.each([
  [120_000, 'Noch 2 Minuten Zeit.'],
  [119_000, 'Noch 2 Minuten Zeit.'],
  [60_001, 'Noch 2 Minuten Zeit.'],
  [60_000, 'Noch 60 Sekunden Zeit.'],
  [41_000, 'Noch 60 Sekunden Zeit.'],
  [40_000, 'Noch 40 Sekunden Zeit.'],
  [5_000, 'Noch 20 Sekunden Zeit.'],
  [-1, 'Noch 20 Sekunden Zeit.'],
])('says %d ms as "%s"', (milliseconds, sentence) => {
  expect(timeLeft(milliseconds)).toBe(sentence);
});
