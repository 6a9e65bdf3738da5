import { verifyAuditTrail } from '@of/platform';
import { identityRoom, PASSWORD } from '../identity-room.fixture';

const room = identityRoom();
const passwordNo = (number: number) => `Leuchtturm-${number}-Kaffee`;
const rulesOf = (error: unknown) =>
  (error as { fieldErrors?: { rule?: string; code: string }[] }).fieldErrors?.map(({ rule, code }) => rule ?? code);

describe('ChangePassword', () => {
  it('C7 ends the other sessions, keeps this one, says so and writes it down', async () => {
    const account = await room.newAccount();
    const [here, elsewhere] = [await room.actorOf(account), await room.actorOf(account)];
    await room.changePassword.execute(here, { currentPassword: PASSWORD, newPassword: passwordNo(1) });

    expect(await room.sessions.read(here.token, { touch: false })).not.toBeNull();
    expect(await room.sessions.read(elsewhere.token, { touch: false })).toBeNull();
    await expect(room.attempt({ username: account.kvnr })).rejects.toMatchObject({ code: 'login-failed' });
    expect(await room.attempt({ username: account.kvnr, password: passwordNo(1) })).toHaveProperty('token');
    expect(
      await room.test.query(`SELECT payload FROM platform.outbox_event WHERE name = 'identity.password-changed'`),
    ).toEqual([{ payload: { accountId: account.id } }]);
    const acts = await room.test.query<{ content: string }>(
      `SELECT content FROM platform.audit_entry WHERE subject = $1 AND content LIKE '%identity.password-changed%'`,
      [account.insuredId],
    );
    expect(acts).toHaveLength(1);
    expect(await verifyAuditTrail(room.test.database)).toEqual([]);
  });

  it('C7 refuses the last ten, the current one included, and allows the eleventh-last again', async () => {
    const account = await room.newAccount(passwordNo(0));
    const actor = await room.logIn.execute({
      username: account.kvnr,
      password: passwordNo(0),
      browser: '',
      address: '',
      trustedBrowser: null,
    });
    const change = (from: number, to: number) =>
      room.changePassword.execute(actor.actor, { currentPassword: passwordNo(from), newPassword: passwordNo(to) });
    const refusal = (from: number, to: number) => change(from, to).catch(rulesOf);

    expect(await refusal(0, 0)).toEqual(['reused']);
    for (let number = 1; number <= 9; number++) await change(number - 1, number);
    // Ten passwords so far: 0 … 9. The first one is the tenth-last.
    for (let number = 0; number <= 9; number++) expect(await refusal(9, number)).toEqual(['reused']);
    await change(9, 10);
    expect(await refusal(10, 1)).toEqual(['reused']);
    await change(10, 0);
    const kept = await room.test.query(`SELECT FROM identity.former_password WHERE account_id = $1`, [account.id]);
    expect(kept).toHaveLength(9);
  });

  it('C5 names every unmet rule', async () => {
    const account = await room.newAccount();
    const actor = await room.actorOf(account);
    const attempt = (newPassword: string) =>
      room.changePassword.execute(actor, { currentPassword: PASSWORD, newPassword }).catch(rulesOf);
    expect(await attempt('kurz')).toEqual(['min-length', 'uppercase', 'digit', 'special']);
    expect(await attempt('Passwort1234!')).toEqual(['too-common']);
    expect(await attempt(account.kvnr.toLowerCase())).toContain('equals-username');
  });

  it('S12 asks for the current password and slows down guessing it, apart from logging in', async () => {
    const account = await room.newAccount();
    const actor = await room.actorOf(account);
    const guess = () =>
      room.changePassword.execute(actor, { currentPassword: 'Falsch-7-Falsch!', newPassword: passwordNo(1) });
    for (let n = 0; n < 5; n++) {
      await expect(guess()).rejects.toMatchObject({
        fieldErrors: [{ pointer: '/currentPassword', code: 'password-wrong' }],
      });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(await room.attempt({ username: account.kvnr })).toHaveProperty('token');
  });

  it('changes once when two changes run at the same time', async () => {
    const account = await room.newAccount();
    const actor = await room.actorOf(account);
    const change = (number: number) =>
      room.changePassword.execute(actor, { currentPassword: PASSWORD, newPassword: passwordNo(number) }).then(
        () => 'changed',
        (error: { code: string }) => error.code,
      );
    const answers = await Promise.all([change(1), change(2), change(3)]);
    expect(answers.filter((answer) => answer === 'changed')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'conflict' || answer === 'validation-failed')).toHaveLength(2);
  });

  it('S53 changes nothing when the audit trail cannot be written', async () => {
    const account = await room.newAccount();
    const actor = await room.actorOf(account);
    await room.test.query(
      `CREATE FUNCTION platform.audit_is_full() RETURNS trigger LANGUAGE plpgsql
       AS $$ BEGIN RAISE 'audit is full' USING ERRCODE = '53100'; END $$`,
    );
    await room.test.query(
      `CREATE TRIGGER audit_is_full BEFORE INSERT ON platform.audit_entry EXECUTE FUNCTION platform.audit_is_full()`,
    );
    const change = room.changePassword.execute(actor, { currentPassword: PASSWORD, newPassword: passwordNo(1) });
    await expect(change).rejects.toMatchObject({ code: '53100' });
    await room.test.query(`DROP TRIGGER audit_is_full ON platform.audit_entry`);
    expect(await room.attempt({ username: account.kvnr })).toHaveProperty('token');
  });
});
