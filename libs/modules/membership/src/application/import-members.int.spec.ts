import { Readable } from 'node:stream';
import { Sealer } from '@of/platform';
import { testDatabase, until } from '@of/testing';
import { membershipMigrations } from '../index';
import { ibanContext } from '../persistence/iban-context';
import { kvnrOf, memberLine, ndjson } from '../../testing/member-line';
import { ImportMembers, type RejectedLine } from './import-members';

const test = testDatabase(membershipMigrations);

async function importLines(...lines: Parameters<typeof ndjson>) {
  const rejected: RejectedLine[] = [];
  const members = new ImportMembers(test.database, new Sealer(test.config), test.config);
  const counts = await members.execute(ndjson(...lines), { rejected: (line) => rejected.push(line) });
  return { ...counts, reasons: rejected.map(({ line, faults }) => `${line} ${faults.map(({ code }) => code).join()}`) };
}

/** A person that no other test touches. */
let last = 0;
function somebody(changes: Record<string, unknown> = {}) {
  last++;
  return memberLine({ externalId: `Q-${last}`, kvnr: kvnrOf(last), ...changes });
}

async function stored(externalId: unknown) {
  const [row] = await test.query(
    `SELECT p.kvnr, p.family_name, p.phone, p.address_changed_at, a.street, b.iban_sealed, b.iban_last_four,
       (SELECT json_agg(i.starts_on || ' ' || i.kind ORDER BY i.starts_on) FROM membership.insurance_period i
        WHERE i.insured_id = p.id) AS periods
     FROM membership.insured_person p JOIN membership.current_address a ON a.insured_id = p.id
     LEFT JOIN membership.bank_account b ON b.insured_id = p.id WHERE p.external_id = $1`,
    [externalId],
  );
  return row as Record<string, unknown>;
}

const move = (street: string) => ({ ...(memberLine()['address'] as object), street });

describe('ImportMembers', () => {
  it('stores what a line says, and changes nothing the second time', async () => {
    const person = somebody({ familyName: 'Mül\\ler\t' });
    expect(await importLines(person)).toMatchObject({ created: 1, changed: 0, unchanged: 0, rejected: 0 });
    const row = await stored(person['externalId']);
    expect(row).toMatchObject({ family_name: 'Mül\\ler', iban_last_four: '3000', periods: ['2015-04-01 member'] });

    expect(await importLines(person)).toMatchObject({ created: 0, changed: 0, unchanged: 1, rejected: 0 });
    expect(await stored(person['externalId'])).toEqual(row);
  });

  it('S57 seals the IBAN for its person', async () => {
    const person = somebody();
    await importLines(person);
    const sealed = (await stored(person['externalId']))['iban_sealed'] as Buffer;
    expect(sealed.toString('latin1')).not.toContain('0532013000');
    const sealer = new Sealer(test.config);
    expect(String(sealer.open(sealed, ibanContext(String(person['externalId']))))).toBe('DE89370400440532013000');
    expect(() => sealer.open(sealed, ibanContext('P-other'))).toThrow();
  });

  it('brings over changes of every group', async () => {
    const person = somebody();
    await importLines(person);
    const next = {
      ...person,
      kvnr: kvnrOf(90_000_001),
      familyName: 'Neu',
      phone: '0351 123',
      address: move('Neue Gasse'),
      bankAccount: null,
      insurancePeriods: [
        { from: '2015-04-01', to: '2020-12-31', kind: 'member' },
        { from: '2021-01-01', to: null, kind: 'family', mainMemberExternalId: 'not-yet-known' },
      ],
    };
    expect(await importLines(next)).toMatchObject({ created: 0, changed: 1 });
    expect(await stored(person['externalId'])).toMatchObject({
      kvnr: kvnrOf(90_000_001),
      family_name: 'Neu',
      phone: '0351 123',
      street: 'Neue Gasse',
      iban_last_four: null,
      periods: ['2015-04-01 member', '2021-01-01 family'],
      address_changed_at: expect.any(Date),
    });
    await importLines({ ...next, bankAccount: { iban: 'DE02120300000000202051', accountHolder: 'E' } });
    expect(await stored(person['externalId'])).toMatchObject({ iban_last_four: '2051' });
  });

  it('leaves a change by the member alone until the core system says something new', async () => {
    const person = somebody();
    await importLines(person);
    await test.query(
      `INSERT INTO membership.address SELECT id, platform.today(), 'Eigene Wahl', '1', '01099', 'Dresden', 'DE'
       FROM membership.insured_person WHERE external_id = $1`,
      [person['externalId']],
    );
    await importLines({ ...person, familyName: 'Anders' });
    expect(await stored(person['externalId'])).toMatchObject({ street: 'Eigene Wahl', address_changed_at: null });

    // The core system confirms what is already in force: no change of address.
    await importLines({ ...person, address: { ...move('Eigene Wahl'), houseNumber: '1' } });
    expect(await stored(person['externalId'])).toMatchObject({ street: 'Eigene Wahl', address_changed_at: null });

    await importLines({ ...person, address: move('Wort der Kasse') });
    expect(await stored(person['externalId'])).toMatchObject({
      street: 'Wort der Kasse',
      address_changed_at: expect.any(Date),
    });
  });

  it('S03 does not take the first import of a person for a change of address', async () => {
    const person = somebody();
    await importLines(person, { ...person, address: move('Zweite Zeile') });
    expect(await stored(person['externalId'])).toMatchObject({ street: 'Zweite Zeile', address_changed_at: null });
  });

  it('takes the last line of a person', async () => {
    const [first, other] = [somebody(), somebody()];
    const counts = await importLines({ ...first, familyName: 'Alt' }, other, { ...first, familyName: 'Gültig' });
    expect(counts).toMatchObject({ created: 2, superseded: 1, rejected: 0 });
    expect(await stored(first['externalId'])).toMatchObject({ family_name: 'Gültig' });
  });

  it('rejects a KVNR that belongs to somebody else, new or known', async () => {
    const [owner, known] = [somebody(), somebody()];
    await importLines(owner, known);
    const { reasons, ...counts } = await importLines(
      somebody({ kvnr: owner['kvnr'] }),
      { ...known, kvnr: owner['kvnr'], familyName: 'Anders' },
      somebody({ kvnr: kvnrOf(90_000_002) }),
      somebody({ kvnr: kvnrOf(90_000_002) }),
      { ...owner, familyName: 'Bleibt' },
    );
    expect(reasons.sort()).toEqual(['1 kvnr-taken', '2 kvnr-taken', '4 kvnr-taken']);
    expect(counts).toMatchObject({ created: 1, changed: 1, unchanged: 0, rejected: 3 });
    expect(await stored(known['externalId'])).toMatchObject({ kvnr: known['kvnr'], family_name: 'Muster' });
  });

  it('goes on after bad lines and names each', async () => {
    const { reasons, ...counts } = await importLines(
      '{"externalId":',
      somebody({ kvnr: 'A123456781' }),
      '',
      '[]',
      somebody(),
      'null',
      somebody({ givenName: 'a\u0000', bankAccount: { iban: 'DE0012', accountHolder: 'x' } }),
    );
    expect(reasons).toEqual([
      '1 not-json',
      '2 kvnr-check-digit',
      '4 object-expected',
      '6 required',
      '7 text-format,iban-length',
    ]);
    expect(counts).toMatchObject({ created: 1, rejected: 5 });
  });

  it('merges batch by batch, and two imports at a time', async () => {
    const people = Array.from({ length: 12_000 }, () => JSON.stringify(somebody()));
    const half = people.slice(0, 8_000);
    const [one, two] = await Promise.all([importLines(...people), importLines(...half)]);
    expect(one.created + two.created).toBe(12_000);
    expect(one.unchanged + two.unchanged).toBe(8_000);
    expect(await importLines(...people)).toMatchObject({ created: 0, changed: 0, unchanged: 12_000 });
  });

  it('ends with an error when the source breaks, and leaves no connection behind', async () => {
    const broken = function* () {
      yield Buffer.from(JSON.stringify(somebody()) + '\n');
      throw new Error('disk gone');
    };
    const members = new ImportMembers(test.database, new Sealer(test.config), test.config);
    await expect(members.execute(Readable.from(broken()))).rejects.toThrow('disk gone');
    const connections = () =>
      test.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY staged%'`);
    await until('the connection is back', async () => (await connections()).length === 0);
  });
});
