import { preferredLanguage } from './language';

it.each([
  [undefined, 'de'],
  ['', 'de'],
  ['de', 'de'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['de-DE,de;q=0.9,en;q=0.8', 'de'],
  ['en-US,en;q=0.9,de;q=0.8', 'en'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'en'],
  ['fr', 'de'],
  ['*', 'de'],
  ['en;q=0', 'de'],
  ['en;q=0.2,de;q=0.9', 'de'],
  ['en;q=abc', 'de'],
  [`${'x,'.repeat(200)}en`, 'de'],
  [';;;,,,', 'de'],
])('Accept-Language %j means %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
