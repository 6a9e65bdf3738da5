import { gramsLookedFor, searchGrams } from './search-grams';

const letter = searchGrams('Ihr Krankengeldbescheid für Änderungen am 1. März; Straße 12, 4711.');
const isFound = (query: string): boolean => gramsLookedFor(query).every((gram) => letter.includes(gram));

describe('what is found in a letter', () => {
  it.each([
    'Krankengeld',
    'bescheid',
    'KRANKENGELDBESCHEID',
    'aenderungen'.replace('ae', 'ä'),
    'anderungen',
    '4711',
    'strasse',
    'Straße',
    'ihr märz',
  ])('%s', (query) => {
    expect(gramsLookedFor(query).length).toBeGreaterThan(0);
    expect(isFound(query)).toBe(true);
  });

  it.each(['Pflegegeld', 'Bescheinigung', 'krankengeld pflege', '4712'])('not %s', (query) => {
    expect(isFound(query)).toBe(false);
  });

  it('does not look for what is too short to be told apart', () => {
    expect(gramsLookedFor('am 1 ;-)')).toEqual([]);
  });

  it('stays small for a very long text', () => {
    const long = Array.from({ length: 200_000 }, (_, at) => at.toString(36)).join(' ');
    expect(searchGrams(long).length).toBeLessThanOrEqual(8_000);
  });
});
