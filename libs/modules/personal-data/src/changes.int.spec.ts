import { AccountLocks } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { AddressAge, GetPostalAddress, ReadProfile } from '@of/membership';
import { Sealer, type SessionActor } from '@of/platform';
import { ChangeMyPhone } from './application/change-my-phone';
import { ListChanges } from './application/list-changes.query';
import { ReadAccessLog } from './application/read-access-log.query';
import { RequestAddressChange } from './application/request-address-change';
import { RequestBankAccountChange } from './application/request-bank-account-change';
import { RequestDeviceRemoval } from './application/request-device-removal';
import { dayInWords } from './domain/day-in-words';
import { personalDataRoom, refusalOf } from './personal-data-room.fixture';

const room = personalDataRoom();
const { test, get, protectedMember, release } = room;

const home = { street: 'Hauptstraße', houseNumber: '12', postalCode: '01097', city: 'Dresden', country: 'DE' };
const account = { iban: 'DE02120300000000202051', accountHolder: 'Erika Muster' };
const today = () => String(DateOnly.fromInstant(new Date()));
const inDays = (days: number) => String(DateOnly.fromInstant(new Date()).addDays(days));
type Owner = SessionActor & { deviceId: string };

async function move(actor: Owner, validFrom: string, address = home): Promise<void> {
  const approval = await get(RequestAddressChange).execute(actor, { ...address, validFrom });
  await release(approval, actor, { address, validFrom });
}
async function pay(actor: Owner, to = account): Promise<void> {
  await release(await get(RequestBankAccountChange).execute(actor, to), actor, to);
}
const profileOf = (actor: SessionActor) => get(ReadProfile).execute(actor.insuredId);
const isFresh = (actor: SessionActor) =>
  test.database.transaction((tx) => get(AddressAge).changedWithinDays(tx, actor.insuredId, 14));
const openContent = async (actor: SessionActor) => {
  const [row] = await test.query<{ id: string; sealed: Buffer }>(
    `SELECT id, sealed_content AS sealed FROM personal_data.change WHERE insured_id = $1 ORDER BY created_at DESC LIMIT 1`,
    [actor.insuredId],
  );
  const { id, sealed } = row as { id: string; sealed: Buffer };
  return JSON.parse(String(new Sealer(test.config).open(sealed, `personal_data.change.sealed_content:${id}`)));
};

describe('a new address', () => {
  it('D7 changes nothing before it was released, and shows both screens old and new', async () => {
    const actor = await protectedMember('A123456780');
    const approval = await get(RequestAddressChange).execute(actor, { ...home });
    expect(approval.lines).toEqual([
      {
        label: 'Anschrift',
        from: 'Königsbrücker Straße 7a, 01099 Dresden',
        to: 'Hauptstraße 12, 01097 Dresden',
      },
      { label: 'Gilt ab', to: dayInWords(DateOnly.parse(today()), 'de') },
    ]);
    expect((await profileOf(actor)).address.street).toBe('Königsbrücker Straße');
    expect(await get(ListChanges).execute(actor)).toEqual([]);

    await release(approval, actor, { address: home, validFrom: today() });
    expect((await profileOf(actor)).address).toEqual(home);
    expect(await get(ListChanges).execute(actor)).toEqual([
      expect.objectContaining({
        kind: 'address',
        approvalId: approval.id,
        appliesFrom: today(),
        acknowledgedAt: null,
        reference: expect.stringMatching(/^DA-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
      }),
    ]);
    expect(await openContent(actor)).toEqual({ address: home, validFrom: today() });
  });

  it('F2 counts from the day of the move; until then letters go to the old one', async () => {
    const actor = await protectedMember('Z123456783');
    await move(actor, inDays(20));
    const profile = await profileOf(actor);
    expect(profile.address.street).toBe('Königsbrücker Straße');
    expect(profile.upcomingAddress).toEqual({ ...home, validFrom: inDays(20) });
    expect(await isFresh(actor)).toBe(false);

    await test.clock.advance('20 days');
    expect((await get(GetPostalAddress).execute(actor.insuredId)).street).toBe('Hauptstraße');
    expect(await profileOf(actor)).toMatchObject({ address: home, upcomingAddress: null });
    expect(await isFresh(actor)).toBe(true);
    await test.clock.advance('14 days');
    expect(await isFresh(actor)).toBe(false);
  });

  it('takes the place of one that waits for its day', async () => {
    const actor = await protectedMember('X110407071');
    await move(actor, inDays(30));
    await move(actor, inDays(-3), { ...home, street: 'Lindenweg' });
    expect(await profileOf(actor)).toMatchObject({ address: { street: 'Lindenweg' }, upcomingAddress: null });
    await test.clock.advance('40 days');
    expect((await profileOf(actor)).address.street).toBe('Lindenweg');
    await test.clock.reset();
    await move(actor, today());
    expect((await profileOf(actor)).address).toEqual(home);
  });

  it('stays when the old file is read again, and gives way when the core system sends something else', async () => {
    const actor = await protectedMember('T555558879');
    await move(actor, today());
    await pay(actor);
    await room.reimport('P-4');
    expect(await profileOf(actor)).toMatchObject({
      address: home,
      bankAccount: { ibanMasked: expect.stringMatching(/2051$/) },
    });
    await room.reimport('P-4', { address: { ...home, houseNumber: '14' } });
    expect(await profileOf(actor)).toMatchObject({
      address: { street: 'Hauptstraße', houseNumber: '14' },
      bankAccount: { ibanMasked: expect.stringMatching(/2051$/) },
    });
  });

  it.each([
    [{ postalCode: '123' }, 'postal-code-format'],
    [{ country: 'de' }, 'country-format'],
    [{ street: '   ' }, 'required'],
    [{ street: 'Haupt\u202Estraße' }, 'text-format'],
    [{ city: 'x'.repeat(101) }, 'too-long'],
    [{ validFrom: '2026-02-30' }, 'date-not-real'],
    [{ validFrom: '1.12.2026' }, 'date-format'],
    [{ validFrom: '2099-01-01' }, 'move-out-of-range'],
  ])('refuses %j with %s', async (fault, code) => {
    const actor = await protectedMember('A123456780');
    expect(await refusalOf(get(RequestAddressChange).execute(actor, { ...home, ...fault }))).toBe(code);
  });
});

describe('a new bank account', () => {
  it('shows the last four characters only, and keeps the whole number sealed', async () => {
    const actor = await protectedMember('A123456780');
    const approval = await get(RequestBankAccountChange).execute(actor, {
      iban: ' de02 1203 0000 0000 2020 51 ',
      accountHolder: 'Erika Muster',
    });
    expect(approval.lines).toEqual([
      { label: 'IBAN', from: '•••• 3000', to: '•••• 2051' },
      { label: 'Kontoinhaber', from: 'Erika Muster', to: 'Erika Muster' },
    ]);
    await release(approval, actor, account);
    expect((await profileOf(actor)).bankAccount).toEqual({ ibanMasked: '•••• 2051', accountHolder: 'Erika Muster' });
    expect(await openContent(actor)).toEqual(account);
    const rows = await test.query(`SELECT row_to_json(c)::text AS row FROM personal_data.change c`);
    expect(JSON.stringify(rows)).not.toContain('DE0212030000');
  });

  it('F3 waits 48 hours for its first payment when a device or contact is newer than seven days', async () => {
    const actor = await protectedMember('A123456780');
    const held = async () => (await get(ListChanges).execute(actor))[0]?.payoutsHeldUntil?.getTime();
    await pay(actor);
    expect(await held()).toBeUndefined();
    await test.query(`UPDATE identity.device SET created_at = platform.now() - interval '6 days' WHERE id = $1`, [
      actor.deviceId,
    ]);
    await pay(actor);
    const hours = (((await held()) as number) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(48);
    const [row] = await test.query<{ isHeld: boolean }>(
      `SELECT hold_until > platform.now() AS "isHeld" FROM membership.bank_account WHERE insured_id = $1`,
      [actor.insuredId],
    );
    expect(row?.isHeld).toBe(true);
  });

  it.each([
    ['DE88370400440532013000', 'iban-checksum'],
    ['DE8937040044053201300', 'iban-length'],
    ['XX89370400440532013000', 'iban-country'],
    ['123', 'iban-format'],
  ])('refuses %s with %s', async (iban, code) => {
    const actor = await protectedMember('A123456780');
    expect(await refusalOf(get(RequestBankAccountChange).execute(actor, { ...account, iban }))).toBe(code);
  });
});

describe('what protects them', () => {
  it('D8 needs a session that was confirmed on a device', async () => {
    const actor = { ...(await protectedMember('A123456780')), level: 'basic' as const };
    expect(await refusalOf(get(RequestAddressChange).execute(actor, home))).toBe('second-factor-required');
    expect(await refusalOf(get(RequestBankAccountChange).execute(actor, account))).toBe('second-factor-required');
    expect(await refusalOf(get(RequestDeviceRemoval).execute(actor, actor.deviceId))).toBe('second-factor-required');
  });

  it('S20 keeps address and bank account for a day after a device came by letter alone, asked before or after', async () => {
    const actor = await protectedMember('A123456780');
    const approval = await get(RequestAddressChange).execute(actor, home);
    await test.database.transaction((tx) => get(AccountLocks).freeze(tx, actor.accountId));
    const payload = { address: home, validFrom: today() };
    expect(await refusalOf(release(approval, actor, payload))).toBe('recently-recovered');
    expect(await refusalOf(get(RequestBankAccountChange).execute(actor, account))).toBe('recently-recovered');
    await test.clock.advance('24 hours 1 second');
    expect(await refusalOf(release(approval, actor, payload))).toBeUndefined();
  });
});

describe('removing a device', () => {
  it('D10 happens once it was released, and only to one’s own', async () => {
    const actor = await protectedMember('A123456780');
    const other = await protectedMember('Z123456783');
    expect(await refusalOf(get(RequestDeviceRemoval).execute(actor, other.deviceId))).toBe('not-found');
    expect(await refusalOf(get(RequestDeviceRemoval).execute(actor, 'kein-geraet'))).toBe('not-found');
    const approval = await get(RequestDeviceRemoval).execute(actor, actor.deviceId);
    expect(approval.lines[0]).toEqual({ label: 'Gerät entfernen', to: 'Handy' });
    const payload = { deviceId: actor.deviceId, name: 'Handy', since: today() };
    await release(approval, actor, payload);
    expect(await refusalOf(release(approval, actor, payload))).toBe('not-found');
    const [device] = await test.query(`SELECT state FROM identity.device WHERE id = $1`, [actor.deviceId]);
    expect(device).toEqual({ state: 'removed' });
  });
});

describe('landline and access log', () => {
  it('changes the landline without a device, and takes none', async () => {
    const actor = await room.member('A123456780');
    await get(ChangeMyPhone).execute(actor, ' 0351 7654321 ');
    expect((await profileOf(actor)).phone).toBe('0351 7654321');
    expect(await refusalOf(get(ChangeMyPhone).execute(actor, 'anrufen'))).toBe('phone-format');
    await get(ChangeMyPhone).execute(actor, null);
    expect((await profileOf(actor)).phone).toBeNull();
  });

  it('F1 says who did what, newest first, page by page, and nothing about others', async () => {
    const actor = await protectedMember('X110407071');
    const other = await protectedMember('Z123456783');
    await pay(actor);
    await pay(other);
    const read = (cursor?: string) => get(ReadAccessLog).execute(actor, { limit: 2, cursor, language: 'de' });
    const first = await read();
    expect(first.items[0]).toMatchObject({
      act: 'personal-data.bank-account-changed',
      title: 'Bankverbindung geändert',
      who: 'me',
    });
    const all = [...first.items];
    for (let page = first; page.nextCursor;) {
      page = await read(page.nextCursor);
      all.push(...page.items);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const [count] = await test.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM platform.audit_entry
        WHERE subject = $1 AND content LIKE '%personal-data.bank-account-changed%'`,
      [actor.insuredId],
    );
    expect(all.filter(({ act }) => act === 'personal-data.bank-account-changed')).toHaveLength(count?.count ?? -1);
    expect(await refusalOf(read('nein'))).toBe('cursor-invalid');
  });
});
