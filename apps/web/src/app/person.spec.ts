import { personIn, personPath } from './person';

it.each([
  ['/start', 'me'],
  ['/', 'me'],
  ['/person/019306a1-7c1e-7000-8000-000000000002/start', '019306a1-7c1e-7000-8000-000000000002'],
  ['/person/019306a1-7c1e-7000-8000-000000000002', '019306a1-7c1e-7000-8000-000000000002'],
  ['/personen/x', 'me'],
  ['/hilfe/person/x', 'me'],
  ['/person//daten', 'me'],
])('E2 the page %s is about %s', (path, person) => expect(personIn(path)).toBe(person));

it('E2 names the person in the address, and nobody for oneself', () => {
  expect(personPath('me', '/daten')).toBe('/daten');
  expect(personPath('abc', '/daten')).toBe('/person/abc/daten');
});
