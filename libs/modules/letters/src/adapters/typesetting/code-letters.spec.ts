import type { LetterPurpose } from '../../domain/letter';
import { letterSheet } from './letter-sheet.fixture';
import { factsOf, structureOf, textOf } from './printed-letter.fixture';
import { TypstTypesetter } from './typst-typesetter';

const typesetter = new TypstTypesetter();
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

const expected = {
  device: {
    host: 'bestaetigen.example',
    de: ['Ihr Code für ein neues Gerät', 'bis zum 18. Dezember 2026', 'bestaetigen.example', 'Sie haben keinen Code'],
    en: ['Your code for a new device', 'until 18 December 2026', 'bestaetigen.example', 'You did not order a code'],
  },
  reset: {
    host: 'onlinefiliale.example',
    de: [
      'Ihr Code für ein neues Passwort',
      'bis zum 18. Dezember 2026',
      '„Passwort vergessen“',
      'Sie haben keinen Code',
    ],
    en: ['Your code for a new password', 'until 18 December 2026', 'onlinefiliale.example', 'You did not order a code'],
  },
} as const;

const letters = (['device', 'reset'] as const).flatMap((purpose) =>
  (['de', 'en'] as const).map((language) => [purpose, language] as const),
);

describe.each(letters)('a letter of purpose %s in %s', (purpose, language) => {
  const { host } = expected[purpose];
  const sheet = { ...letterSheet({}, language), purpose: purpose as LetterPurpose, portalHost: host };
  const { pdf, pages } = typesetter.typeset(sheet);
  const text = inOneLine(textOf(pdf));

  it('is one page with the code once, as text, and a QR code', () => {
    expect(pages).toBe(1);
    expect(text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toEqual(['7KQ4-M2TX-9HRW']);
    expect(structureOf(pdf)).toContain('Figure');
    expect(text).not.toMatch(/\b[A-Z]\d{9}\b/);
  });

  it('says what the code is for, until when it works, where to enter it and what to do when nobody ordered it', () => {
    for (const words of expected[purpose][language]) expect(text).toContain(words);
    expect(factsOf(pdf)).toMatch(new RegExp(`^Title:\\s+${expected[purpose][language][0]}$`, 'm'));
  });
});
