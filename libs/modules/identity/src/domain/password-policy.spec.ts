import { MAX_LENGTH, SPECIAL_CHARACTERS, normalisePassword, passwordFieldErrors, unmetRules } from './password-policy';

const context = {
  usernames: ['A123456780', 'Erika.Muster@Beispiel.example'],
  isCommon: (word: string) => word === 'Passwort1234!',
};
const unmet = (password: string) => unmetRules(password, context);

describe('password rules', () => {
  it.each([
    ['Regenbogen-7-Fahrrad', []],
    ['Leuchtturm_Kaffee.42', []],
    ['Aa1!aaaaaaaa', []],
    ['Aa1!aaaaaaa', ['min-length']],
    ['regenbogen-7-fahrrad', ['uppercase']],
    ['REGENBOGEN-7-FAHRRAD', ['lowercase']],
    ['Regenbogen-x-Fahrrad', ['digit']],
    ['Regenbogen7Fahrrad', ['special']],
    ['Ein Satz mit 7 Leerzeichen', ['special']],
    ['', ['min-length', 'uppercase', 'lowercase', 'digit', 'special']],
    ['aaaaaaaaaaaa', ['uppercase', 'digit', 'special']],
    // Letters and figures of all languages count as what they are.
    ['Ägypten-7-ölig', []],
    ['ÄÖÜ-7-äöüßäöü', []],
    ['Привет-мир-٣', []],
    // An emoji is one character, and neither letter, figure nor special.
    ['Aa1!aaaaaaa😀', []],
    ['Aa1!aaaaaa😀', ['min-length']],
    ['😀😀😀😀😀😀😀😀😀😀😀😀', ['uppercase', 'lowercase', 'digit', 'special']],
    ['Passwort1234!', ['too-common']],
  ] as const)('C5 %j: %j', (password, rules) => {
    expect(unmet(password)).toEqual(rules);
  });

  it('C5 counts exactly these eleven characters as special', () => {
    const printable = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index));
    const special = printable.filter((character) => !unmet(`Regenbogen7Fahrrad${character}`).includes('special'));
    expect(special.sort()).toEqual([...'?!,.:_()@-+'].sort());
    expect(SPECIAL_CHARACTERS).toHaveLength(11);
  });

  it.each(['#', '$', '%', '&', '/', '=', '*', ';', '"', "'", '§', '€', '~', '<', '|', '\\', '[', '{', '^', '`', ' '])(
    'C5 allows %j without counting it',
    (character) => {
      expect(unmet(`Regenbogen-7-Fahrrad${character}`)).toEqual([]);
      expect(unmet(`Regenbogen7Fahrrad${character}`)).toEqual(['special']);
    },
  );

  it('S09 takes 128 characters and refuses 129, whatever their bytes', () => {
    const start = 'Aa1!';
    expect(unmet(start + 'x'.repeat(MAX_LENGTH - 4))).toEqual([]);
    expect(unmet(start + 'x'.repeat(MAX_LENGTH - 3))).toEqual(['max-length']);
    expect(unmet(start + '😀'.repeat(MAX_LENGTH - 4))).toEqual([]);
    expect(unmet(start + '😀'.repeat(MAX_LENGTH - 3))).toEqual(['max-length']);
  });

  it('C5 judges the NFKC form, so that every keyboard types the same password', () => {
    const composed = 'Ärger-7-Fußball';
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    expect(normalisePassword(decomposed)).toBe(normalisePassword(composed));
    expect(unmet('Ａａ１！ａａａａａａａａ')).toEqual([]);
    // The ligature counts as the two letters it stands for.
    expect(unmet('Aa1!aaaaaa\ufb01')).toEqual([]);
  });

  it.each(['A123456780', 'a123456780', 'ERIKA.MUSTER@BEISPIEL.EXAMPLE', '  erika.muster@beispiel.example '])(
    'C6 %j is a user name in any case',
    (password) => {
      expect(unmet(password)).toContain('equals-username');
    },
  );

  it('C6 allows a password that only contains the user name', () => {
    expect(unmet('A123456780-Fahrrad')).toEqual([]);
  });

  it('reports one entry per unmet rule', () => {
    expect(passwordFieldErrors(['digit', 'special'], '/password')).toEqual([
      { pointer: '/password', code: 'password-policy', rule: 'digit' },
      { pointer: '/password', code: 'password-policy', rule: 'special' },
    ]);
  });
});
