import { letterData } from './letter-data';
import { letterSheet } from './letter-sheet.fixture';

it('writes days out so that they never break', () => {
  expect(letterData(letterSheet()).info).toContainEqual(['Datum', '24.\u00a0November\u00a02026']);
  expect(letterData(letterSheet({}, 'en')).info).toContainEqual(['Date', '24\u00a0November\u00a02026']);
});

it('names the country abroad only, in capitals and in the language of the sender', () => {
  expect(letterData(letterSheet()).recipient).toEqual(['Erika Muster', 'Königsbrücker Straße 7a', '01099 Dresden']);
  const abroad = letterSheet(
    { street: 'Hauptplatz', houseNumber: '1', postalCode: '8010', city: 'Graz', country: 'AT' },
    'en',
  );
  expect(letterData(abroad).recipient).toEqual(['Erika Muster', 'Hauptplatz 1', '8010 Graz', 'ÖSTERREICH']);
});

it('leaves no blank where a house has no number', () => {
  expect(letterData(letterSheet({ street: 'Hof Sonnenblick', houseNumber: '' })).recipient[1]).toBe('Hof Sonnenblick');
});

it('greets by name, unless the name would push the text down the page', () => {
  expect(letterData(letterSheet()).salutation).toBe('Guten Tag, Erika Muster,');
  expect(letterData(letterSheet({}, 'en')).salutation).toBe('Dear Erika Muster,');
  expect(letterData(letterSheet({ name: 'Maria '.repeat(20) })).salutation).toBe('Guten Tag,');
});

it('shows the website without its protocol', () => {
  expect(letterData(letterSheet()).footer[1]).toContain('www.musterkasse.example');
});

it('refuses a purpose nobody has written a letter for, and a day that is none', () => {
  expect(() => letterData({ ...letterSheet(), purpose: 'initial-password' })).toThrow('no text for letters of');
  expect(() => letterData({ ...letterSheet(), date: '24.11.2026' })).toThrow('YYYY-MM-DD');
});
