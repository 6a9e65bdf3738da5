import { DateOnly } from '@of/kernel';
import fc from 'fast-check';
import { memberLine } from '../../testing/member-line';
import { parseMember } from './parse-member';

const today = DateOnly.parse('2026-11-23');
const address = memberLine()['address'] as Record<string, unknown>;

function faultsOf(changes: Record<string, unknown>): string[] {
  const parsed = parseMember(memberLine(changes), today);
  return parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('parseMember', () => {
  it('reads a whole line', () => {
    const parsed = parseMember(memberLine(), today);
    expect(parsed).toEqual({
      ok: true,
      member: {
        ...memberLine(),
        insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'member', mainMemberExternalId: null }],
      },
    });
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      'what may be missing',
      { email: undefined, phone: undefined, bankAccount: undefined },
      { email: null, bankAccount: null },
    ],
    ['blanks around a name, composed letters', { familyName: ' Mu\u0308ller ' }, { familyName: 'Müller' }],
    [
      'an IBAN in blocks',
      { bankAccount: { iban: 'DE89 3704 0044 0532 0130 00', accountHolder: 'E' } },
      {
        bankAccount: { iban: 'DE89370400440532013000', accountHolder: 'E' },
      },
    ],
    [
      'a foreign address',
      { address: { street: 'Rue A', houseNumber: null, postalCode: 'L-1009', city: 'B', country: 'LU' } },
      {
        address: { street: 'Rue A', houseNumber: '', postalCode: 'L-1009', city: 'B', country: 'LU' },
      },
    ],
    [
      'periods in any order',
      {
        insurancePeriods: [
          { from: '2020-01-01', to: null, kind: 'member' },
          { from: '2010-01-01', to: '2019-12-31', kind: 'family', mainMemberExternalId: 'P-2' },
        ],
      },
      {
        insurancePeriods: [
          { from: '2010-01-01', to: '2019-12-31', kind: 'family', mainMemberExternalId: 'P-2' },
          { from: '2020-01-01', to: null, kind: 'member', mainMemberExternalId: null },
        ],
      },
    ],
  ])('reads %s', (_, changes, expected) => {
    expect(parseMember(memberLine(changes), today)).toMatchObject({ ok: true, member: expected });
  });

  const period = { from: '2015-04-01', to: null, kind: 'member' };
  it.each<[Record<string, unknown>, string[]]>([
    [{ kvnr: 'A123456781' }, ['/kvnr kvnr-check-digit']],
    [{ kvnr: 'nonsense' }, ['/kvnr kvnr-format']],
    [{ kvnr: null, externalId: '' }, ['/externalId required', '/kvnr required']],
    [{ externalId: 'with blank' }, ['/externalId external-id-format']],
    [{ externalId: 7 }, ['/externalId text-expected']],
    [{ givenName: 'a\u0000b' }, ['/givenName text-format']],
    [{ givenName: '\ud800' }, ['/givenName text-format']],
    [{ familyName: '   ' }, ['/familyName required']],
    [{ familyName: 'x'.repeat(101) }, ['/familyName too-long']],
    [{ familyName: 'x'.repeat(900_000) }, ['/familyName too-long']],
    [{ dateOfBirth: '1984-02-30' }, ['/dateOfBirth date-not-real']],
    [{ dateOfBirth: '2026-11-24' }, ['/dateOfBirth date-in-future']],
    [{ email: 'nobody' }, ['/email email-format']],
    [{ phone: 'call me' }, ['/phone phone-format']],
    [{ nickname: 'E' }, ['/nickname unknown-field']],
    [{ address: null }, ['/address required']],
    [{ address: [] }, ['/address object-expected']],
    [{ address: { ...address, postalCode: '1099' } }, ['/address/postalCode postal-code-format']],
    [{ address: { ...address, country: 'Germany' } }, ['/address/country too-long']],
    [{ address: { ...address, floor: 3 } }, ['/address/floor unknown-field']],
    [{ bankAccount: { iban: 'DE88370400440532013000', accountHolder: 'E' } }, ['/bankAccount/iban iban-checksum']],
    [{ insurancePeriods: [] }, ['/insurancePeriods required']],
    [{ insurancePeriods: 'always' }, ['/insurancePeriods list-expected']],
    [{ insurancePeriods: Array(101).fill(period) }, ['/insurancePeriods too-many']],
    [{ insurancePeriods: [period, period] }, ['/insurancePeriods periods-overlap']],
    [{ insurancePeriods: [{ ...period, to: '2015-03-31' }] }, ['/insurancePeriods/0/to date-order']],
    [{ insurancePeriods: [{ ...period, kind: 'guest' }] }, ['/insurancePeriods/0/kind value-unknown']],
    [{ insurancePeriods: [{ ...period, kind: 'family' }] }, ['/insurancePeriods/0/mainMemberExternalId required']],
    [
      { insurancePeriods: [{ ...period, mainMemberExternalId: 'P-2' }] },
      ['/insurancePeriods/0/mainMemberExternalId main-member-unexpected'],
    ],
    [
      { insurancePeriods: [{ ...period, kind: 'family', mainMemberExternalId: 'P-1000001' }] },
      ['/insurancePeriods/0/mainMemberExternalId main-member-self'],
    ],
  ])('refuses %j', (changes, expected) => {
    expect(faultsOf(changes)).toEqual(expected);
  });

  it.each([null, 42, 'text', [], true])('refuses %p instead of an object', (input) => {
    expect(parseMember(input, today).ok).toBe(false);
  });

  it('has an answer to whatever stands in a field', () => {
    const places = [...Object.keys(memberLine()), 'surplus'].map((name) => (value: unknown) => ({ [name]: value }));
    const nested = [
      (value: unknown) => ({ address: { ...address, street: value, postalCode: value } }),
      (value: unknown) => ({ bankAccount: { iban: value, accountHolder: value } }),
      (value: unknown) => ({ insurancePeriods: [value, { from: value, to: value, kind: value }] }),
    ];
    const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant('\ud800'), fc.constant('\0'));
    fc.assert(
      fc.property(fc.constantFrom(...places, ...nested), anything, (place, value) => {
        const parsed = parseMember(memberLine(place(value)), today);
        return parsed.ok || parsed.faults.length > 0;
      }),
      { numRuns: 500 },
    );
  });
});
