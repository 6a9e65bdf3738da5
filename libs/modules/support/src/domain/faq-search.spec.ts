import { searchFaqs } from './faq-search';

const items = [
  {
    id: 'passwort',
    question: 'Wie ändere ich mein Passwort?',
    answer: 'Unter **Meine Daten**. Es heißt dort Zugangsdaten.\n',
  },
  { id: 'brief', question: 'Wann kommt der Brief?', answer: 'Meist nach 4–6 Tagen. [Mehr](/hilfe/geheim)\n' },
];

describe('searchFaqs', () => {
  it.each([
    ['', ['passwort', 'brief']],
    ['  ', ['passwort', 'brief']],
    ['PASSWORT', ['passwort']],
    ['ändere', ['passwort']],
    ['a\u0308ndere', ['passwort']],
    ['andere', ['passwort']],
    ['aendere', ['passwort']],
    ['ÄNDERE', ['passwort']],
    ['heisst', ['passwort']],
    ['heißt', ['passwort']],
    ['brief tage', ['brief']],
    ['tage  BRIEF', ['brief']],
    ['brief passwort', []],
    ['geheim', []],
    ['.*', []],
  ])('A8 finds by %j', (query, ids) => {
    expect(searchFaqs(items, query).map(({ id }) => id)).toEqual(ids);
  });
});
