import { AccountRepository, ContactRepository } from '@of/identity';
import { type SessionActor } from '@of/platform';
import { ConfirmContact } from './application/confirm-contact';
import { DeclineMobile } from './application/decline-mobile';
import { ReadMyData } from './application/read-my-data.query';
import { RequestContact } from './application/request-contact';
import { PASSWORD, codeIn, personalDataRoom, refusalOf } from './personal-data-room.fixture';

const { test, get, member, protectedMember, release, sent } = personalDataRoom();

async function confirmEmail(actor: SessionActor, email: string): Promise<void> {
  await get(RequestContact).email(actor, { email, password: PASSWORD });
  await get(ConfirmContact).execute(actor, 'email', codeIn((await sent()).at(-1)));
}

describe('e-mail and mobile number', () => {
  it('C13 count once their codes were entered, and change nothing before', async () => {
    const actor = await member('A123456780', 'confirm-contact');
    await get(RequestContact).email(actor, { email: ' Erika@Beispiel.example ', password: PASSWORD });
    expect(await get(ReadMyData).execute(actor)).toMatchObject({
      email: { value: 'Erika@Beispiel.example', verified: false },
    });
    const [mail] = await sent();
    expect(mail).toMatchObject({ to: 'Erika@Beispiel.example', subject: 'Bestätigen Sie Ihre E-Mail-Adresse' });
    await get(ConfirmContact).execute(actor, 'email', codeIn(mail));

    await get(RequestContact).mobile(actor, { mobile: '0151 23456789', password: PASSWORD });
    const [sms] = (await sent()).filter(({ to }) => to.startsWith('+'));
    expect(sms?.to).toBe('+4915123456789');
    await get(ConfirmContact).execute(actor, 'mobile', codeIn(sms));
    expect(await get(ReadMyData).execute({ ...actor, nextStep: 'confirm-contact' })).toMatchObject({
      email: { value: 'Erika@Beispiel.example', verified: true },
      mobile: { value: '+4915123456789', verified: true },
    });
  });

  it('needs the right password and a usable value', async () => {
    await sent(); // what earlier tests left behind
    const actor = await member('A123456780');
    const email = (value: string, password = PASSWORD) =>
      refusalOf(get(RequestContact).email(actor, { email: value, password }));
    expect(await email('erika')).toBe('email-format');
    expect(await email('erika@beispiel.example', 'Falsch-7-Falsch!')).toBe('password-wrong');
    expect(await refusalOf(get(RequestContact).mobile(actor, { mobile: '0351 1234567', password: PASSWORD }))).toBe(
      'mobile-format',
    );
    expect(await sent()).toEqual([]);
  });

  it('S12 slows down guessing the password here, too', async () => {
    const actor = await member('A123456780');
    const guess = () =>
      refusalOf(get(RequestContact).email(actor, { email: 'a@beispiel.example', password: 'Falsch-7-Falsch!' }));
    for (let n = 0; n < 5; n++) expect(await guess()).toBe('password-wrong');
    expect(await guess()).toBe('too-many-requests');
  });

  it('C1 says in the mail that an address is another account’s user name, and still confirms it', async () => {
    await confirmEmail(await member('A123456780'), 'familie@beispiel.example');
    const second = await member('Z123456783');
    await get(RequestContact).email(second, { email: 'familie@beispiel.example', password: PASSWORD });
    const mail = (await sent()).at(-1);
    expect(mail?.text).toContain('Ein anderer Zugang nutzt diese Adresse schon als Benutzername');
    await get(ConfirmContact).execute(second, 'email', codeIn(mail));
    const found = await get(AccountRepository).findByUsername({ kvnr: null, email: 'familie@beispiel.example' });
    expect(found?.kvnr).toBe('A123456780');
  });

  it('says which address counted before, so that its owner can be told and can undo the change', async () => {
    const actor = await member('A123456780');
    await confirmEmail(actor, 'alt@beispiel.example');
    await confirmEmail(actor, 'neu@beispiel.example');
    const [event] = await test.query<{ payload: { kind: string; formerContactId: string } }>(
      `SELECT payload FROM platform.outbox_event WHERE name = 'personal-data.contact-changed' AND payload->>'accountId' = $1`,
      [actor.accountId],
    );
    const former = await test.query(`SELECT value FROM identity.former_contact WHERE id = $1`, [
      event?.payload.formerContactId,
    ]);
    expect([event?.payload.kind, former]).toEqual(['email', [{ value: 'alt@beispiel.example' }]]);
  });

  it('D4 D7 waits for the release on the device before the code goes out', async () => {
    const actor = await protectedMember('A123456780');
    await sent();
    const command = { email: 'neu@beispiel.example', password: PASSWORD };
    const approval = await get(RequestContact).email(actor, command);
    expect(approval).toMatchObject({
      action: 'email-change',
      lines: [{ label: 'E-Mail-Adresse', to: 'neu@beispiel.example' }],
    });
    expect(await sent()).toEqual([]);
    if (approval) await release(approval, actor, { value: 'neu@beispiel.example' });
    await get(ConfirmContact).execute(actor, 'email', codeIn((await sent()).at(-1)));
    const next = await get(RequestContact).mobile(actor, { mobile: '0151 23456789', password: PASSWORD });
    expect(next).toMatchObject({ action: 'mobile-change', lines: [{ label: 'Mobilnummer', to: '+4915123456789' }] });
    expect(await get(RequestContact).email(actor, { ...command, email: 'zwei@beispiel.example' })).toMatchObject({
      lines: [{ from: 'neu@beispiel.example', to: 'zwei@beispiel.example' }],
    });
  });

  it('D4 refuses a session that was not confirmed while a device is bound', async () => {
    const actor = { ...(await protectedMember('A123456780')), level: 'basic' as const };
    const command = { email: 'neu@beispiel.example', password: PASSWORD };
    expect(await refusalOf(get(RequestContact).email(actor, command))).toBe('second-factor-required');
    expect(await sent()).toEqual([]);
  });

  it('S62 tells the number that no longer counts', async () => {
    const actor = await member('A123456780');
    for (const mobile of ['0151 23456789', '0151 98765432']) {
      await get(RequestContact).mobile(actor, { mobile, password: PASSWORD });
      await get(ConfirmContact).execute(actor, 'mobile', codeIn((await sent()).at(-1)));
    }
    const told = (await sent()).filter(({ to }) => to === '+4915123456789');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('gilt für Ihren Zugang nicht mehr')]);
    await get(DeclineMobile).execute(actor, PASSWORD);
    expect((await sent()).map(({ to }) => to)).toEqual(['+4915198765432']);
    const [event] = await test.query(
      `SELECT FROM platform.outbox_event WHERE name = 'personal-data.mobile-changed' AND payload->>'accountId' = $1`,
      [actor.accountId],
    );
    expect(event).toBeDefined();
  });

  it('sends six codes an hour at most', async () => {
    const actor = await member('A123456780');
    const order = () =>
      refusalOf(get(RequestContact).email(actor, { email: 'a@beispiel.example', password: PASSWORD }));
    for (let n = 0; n < 6; n++) expect(await order()).toBeUndefined();
    expect(await order()).toBe('too-many-requests');
    await sent();
  });

  it('C13 goes on without a mobile phone', async () => {
    const actor = await member('X110407071', 'confirm-contact');
    await confirmEmail(actor, 'lena@beispiel.example');
    await get(DeclineMobile).execute(actor, PASSWORD);
    expect(await get(ContactRepository).read(actor.accountId)).toMatchObject({ mobile: null, mobileDeclined: true });
    expect(await refusalOf(get(DeclineMobile).execute(actor, 'Falsch-7-Falsch!'))).toBe('password-wrong');
  });
});

describe('ReadMyData', () => {
  it('masks IBAN always and the mobile number without a second factor', async () => {
    const actor = await member('T555558879');
    await get(RequestContact).mobile(actor, { mobile: '+43 664 1234567', password: PASSWORD });
    await get(ConfirmContact).execute(actor, 'mobile', codeIn((await sent()).at(-1)));
    const basic = await get(ReadMyData).execute(actor);
    expect(basic).toMatchObject({
      kvnr: 'T555558879',
      givenName: 'Max',
      phone: '0351 1234567',
      address: { city: 'Dresden' },
      bankAccount: { accountHolder: 'Erika Muster' },
      mobile: { value: '+43 ••• 567' },
      insurance: { status: 'active', from: '2015-04-01', to: null },
    });
    expect(basic.bankAccount?.ibanMasked).toMatch(/3000$/);
    expect(JSON.stringify(basic)).not.toContain('DE8937040044');
    expect((await get(ReadMyData).execute({ ...actor, level: 'full' })).mobile?.value).toBe('+436641234567');
  });
});
