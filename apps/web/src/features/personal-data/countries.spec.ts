import { setLanguage } from '@of/i18n';
import { countries } from './countries';

afterEach(() => setLanguage('de'));

it.each([
  ['de', 'Deutschland', 'Afghanistan', 'Zypern'],
  ['en', 'Germany', 'Afghanistan', 'Zimbabwe'],
] as const)('lists every country in %s, Germany first', (language, first, second, last) => {
  setLanguage(language);
  const labels = countries().map(({ label }) => label);
  expect([labels[0], labels[1], labels.at(-1)]).toEqual([first, second, last]);
  expect(new Set(labels).size).toBe(249);
});
