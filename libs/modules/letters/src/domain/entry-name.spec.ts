import { entryName } from './entry-name';

describe('names of files in a ZIP', () => {
  it.each([
    ['2026-11-23 Ihr Bescheid', '0007 2026-11-23 Ihr Bescheid.pdf'],
    ['../../etc/passwd', '0007 etc passwd.pdf'],
    ['C:\\Windows\\system32', '0007 C Windows system32.pdf'],
    ['/absolute', '0007 absolute.pdf'],
    ['a\u0000b\u202egpj.exe', '0007 a b gpj exe.pdf'],
    ['Änderung: 50 % für „Sie“?', '0007 Änderung 50 für Sie.pdf'],
    ['...', '0007 Dokument.pdf'],
    ['CON', '0007 CON.pdf'],
    ['x'.repeat(500), `0007 ${'x'.repeat(80)}.pdf`],
  ])('S52 %j', (words, name) => {
    expect(entryName(words, { number: 7, extension: 'pdf' })).toBe(name);
  });

  it('S52 never cut a character in half', () => {
    expect(entryName('𝒜'.repeat(100), { number: 1, extension: 'pdf' }).isWellFormed()).toBe(true);
  });
});
