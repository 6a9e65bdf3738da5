import { maskMobile, parseEmail, parseMobile } from './contact-value';

describe('parseEmail', () => {
  it.each([
    'erika@beispiel.example',
    ' Erika.Muster+kasse@mail.beispiel.example ',
    'e@ü-mail.de',
    "o'neill@beispiel.de",
  ])('C13 takes %j', (typed) => {
    expect(parseEmail(typed)).toBe(typed.trim());
  });

  it.each([
    'erika',
    'erika@',
    '@beispiel.de',
    'erika@beispiel',
    'a b@beispiel.de',
    'a@@beispiel.de',
    'a@b@beispiel.de',
    'a..b@beispiel.de',
    'a@-beispiel.de',
    'a@beispiel-.de',
    'a@beispiel..de',
    'a@beispiel.d',
    'a@[127.0.0.1]',
    '"a b"@beispiel.de',
    '<a@beispiel.de>',
    'a@beispiel.de, b@beispiel.de',
    'a@beispiel.de\r\nBcc: b@beispiel.de',
    `${'a'.repeat(250)}@beispiel.de`,
  ])('refuses %j', (typed) => {
    expect(() => parseEmail(typed)).toThrow(
      expect.objectContaining({ fieldErrors: [{ pointer: '/email', code: 'email-format' }] }),
    );
  });
});

describe('parseMobile', () => {
  it.each([
    ['0151 23456789', '+4915123456789'],
    ['0151/234 567 89', '+4915123456789'],
    ['(0151) 234-56789', '+4915123456789'],
    ['+49 (0) 151 23456789', '+4915123456789'],
    ['0049 151 23456789', '+4915123456789'],
    ['+43 664 1234567', '+436641234567'],
    ['0171 2345678', '+491712345678'],
  ])('C13 reads %j as %s', (typed, number) => {
    expect(parseMobile(typed)).toBe(number);
  });

  it.each([
    '',
    '0351 1234567',
    '0151',
    '0151 2345678901234',
    '15123456789',
    'abc',
    '+0 151 23456789',
    '0151 23456789x',
    '٠١٥١٢٣٤٥٦٧٨٩',
  ])('refuses %j', (typed) => {
    expect(() => parseMobile(typed)).toThrow(
      expect.objectContaining({ fieldErrors: [{ pointer: '/mobile', code: 'mobile-format' }] }),
    );
  });

  it('shows enough to recognise a number, too little to use it', () => {
    expect(maskMobile('+4915123456789')).toBe('+49 ••• 789');
  });
});
