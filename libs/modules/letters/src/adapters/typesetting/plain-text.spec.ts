import { breakable, countLetters, plainText } from './plain-text';

describe('plainText', () => {
  it.each([
    ['decomposed letters become whole', 'Mu\u0308ller', 'Müller'],
    ['line breaks and tabs become one blank', ' Erika\r\n\t Muster\u00a0 ', 'Erika Muster'],
    ['NUL and other control characters go', 'Eri\u0000ka\u0007', 'Eri ka'],
    ['marks that turn the direction of writing go', 'Erika\u202eretsuM\u2066', 'ErikaretsuM'],
    ['soft hyphens and zero-width blanks go', 'Mu\u00adster\u200b', 'Muster'],
    ['halves of surrogate pairs go', 'Muster\ud800', 'Muster'],
    [
      'everything else stays as it is',
      `Łukasz Gőrög-Şahin d'Áñg #*_$\\@"<>[]~`,
      `Łukasz Gőrög-Şahin d'Áñg #*_$\\@"<>[]~`,
    ],
  ])('%s', (_, text, expected) => expect(plainText(text)).toBe(expected));
});

describe('breakable', () => {
  it('leaves ordinary words alone, also long names with hyphens', () => {
    const name = 'Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst';
    expect(breakable(name)).toBe(name);
  });

  it('lets an endless word break between letters, not within one', () => {
    const word = `${'e\u0323\u0302'.repeat(20)}${'x'.repeat(20)}`;
    const pieces = breakable(word).split('\u200b');
    expect(pieces).toHaveLength(40);
    expect(pieces.join('')).toBe(word);
    expect(pieces[0]).toBe('e\u0323\u0302');
  });
});

it('counts letters as a reader does', () => expect(countLetters('Gő\u0301rög')).toBe(5));
