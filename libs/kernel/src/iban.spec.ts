import { Iban } from './iban';

describe('Iban', () => {
  it.each([
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['DE02120300000000202051', 'DE02120300000000202051'],
    ['DE02500105170137075030', 'DE02500105170137075030'],
    ['AT611904300234573201', 'AT611904300234573201'],
    [' fr14 2004 1010 0505 0001 3M02 606 ', 'FR1420041010050500013M02606'],
  ])('accepts %p', (input, value) => {
    expect(Iban.parse(input).value).toBe(value);
  });

  it.each([
    ['DE88370400440532013000', 'iban-checksum'],
    ['DE00370400440532013000', 'iban-checksum'],
    ['DE8937040044053201300', 'iban-length'],
    ['XX89370400440532013000', 'iban-country'],
    ['US89370400440532013000', 'iban-country'],
    ['DE8937040044053201300A', 'iban-format'],
    ['DE', 'iban-format'],
    ['', 'iban-format'],
    [null, 'iban-format'],
    ['D'.repeat(1_000_000), 'iban-format'],
  ])('refuses %p: %s', (input, code) => {
    expect(Iban.tryParse(input)).toEqual({ ok: false, code });
  });

  it('refuses check digits that satisfy modulo 97 but are never issued', () => {
    const body = '370400440532013000';
    const accepted = Array.from({ length: 100 }, (_, n) => `DE${String(n).padStart(2, '0')}${body}`).filter(
      (iban) => Iban.tryParse(iban).ok,
    );
    expect(accepted).toEqual(['DE89370400440532013000']);
  });

  it('is shown masked or in blocks of four', () => {
    const iban = Iban.parse('DE89370400440532013000');
    expect(iban).toMatchObject({ masked: '•••• 3000', formatted: 'DE89 3704 0044 0532 0130 00', country: 'DE' });
    expect(iban.bankCode).toBe('37040044');
  });
});
