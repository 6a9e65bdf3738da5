import { ContactRepository, LogIn, type Account } from '@of/identity';
import { codeOf, printedLetters } from '@of/testing';
import { NEW_PASSWORD, PASSWORD, recoveryRoom } from './recovery-room.fixture';

const room = recoveryRoom();
beforeEach(() => room.test.clock.set('2026-11-23T09:00:00Z'));

/** Does what a confirmed change does: the other address counts, and the rooms above hear of it. */
const change = (account: Account, email: string, publishes = true) =>
  room.test.database.transaction(async (tx) => {
    const former = await room.get(ContactRepository).set(tx, account.id, 'email', email);
    if (!former) throw new Error('nothing was replaced');
    const payload = { accountId: account.id, kind: 'email', formerContactId: former.id };
    if (publishes) await tx.publish({ name: 'personal-data.contact-changed', payload });
  });
const told = () => room.work('personal-data.contact-changed');
const undo = (token: string) => room.post(`/email-changes/${token}/undo`, {});
const emailOf = async ({ id }: Account) => (await room.get(ContactRepository).read(id)).email?.value;
const order = async (account: Account, channel: string) => {
  await room.post('/password-resets', { username: account.kvnr, channel });
  await room.work('recovery.reset-requested');
  await room.work('letters.letter-ordered');
};
const logIn = ({ id, kvnr }: Account, password: string, isKnownBrowser = false) =>
  room
    .get(LogIn)
    .execute({
      username: kvnr,
      password,
      browser: 'X',
      address: '10.0.0.9',
      trustedBrowser: isKnownBrowser ? { accountId: id, browserId: 'b-1' } : null,
    })
    .then(
      () => 'in',
      ({ code }: { code: string }) => code,
    );

async function tokenFor(address: string): Promise<string> {
  const mail = (await room.queued(address)).at(-1);
  return /email-rueckgaengig#token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] as string;
}

describe('POST /api/v1/email-changes/{token}/undo', () => {
  it('D7 leaves the owner in control after a thief changed the address', async () => {
    const owner = await room.member();
    const thief = await room.browser(owner);
    await change(owner, 'dieb@beispiel.example');
    await told();
    await order(owner, 'email');
    expect(await room.queued('dieb@beispiel.example')).toEqual([]);

    expect((await undo(await tokenFor(owner.email))).statusCode).toBe(204);
    expect(await emailOf(owner)).toBe(owner.email);
    expect((await thief.call('GET', '/me/devices')).statusCode).toBe(401);

    const before = (await room.queued(owner.email)).length;
    await order(owner, 'email');
    await order(owner, 'mobile');
    expect([(await room.queued(owner.email)).length, await room.queued(owner.mobile)]).toEqual([before, []]);
    await room.test.clock.advance('61 minutes'); // beyond the limit of three orders an hour
    await order(owner, 'post');
    const [letter] = printedLetters({ dataDir: room.test.config.DATA_DIR }, owner.kvnr);
    const reset = { username: owner.email, code: codeOf(letter as never), newPassword: NEW_PASSWORD };
    expect((await room.post('/password-resets/completion', reset)).statusCode).toBe(204);

    await room.test.clock.advance('7 days 1 second');
    await order(owner, 'mobile');
    expect(await room.queued(owner.mobile)).toHaveLength(1);
  });

  it('D7 the password that the thief knows opens nothing any more, nor may it be set again', async () => {
    const owner = await room.member();
    expect(await logIn(owner, PASSWORD)).toBe('in');
    await change(owner, 'dieb7@beispiel.example');
    await told();
    expect((await undo(await tokenFor(owner.email))).statusCode).toBe(204);
    expect(await logIn(owner, PASSWORD)).toBe('login-failed');
    // Whoever knew the password could make a browser known; such a browser is none of the owner's for sure.
    expect(await logIn(owner, PASSWORD, true)).toBe('login-failed');

    await order(owner, 'post');
    const [letter] = printedLetters({ dataDir: room.test.config.DATA_DIR }, owner.kvnr);
    const complete = (newPassword: string) =>
      room.post('/password-resets/completion', {
        username: owner.email,
        code: codeOf(letter as never),
        newPassword,
      });
    expect((await complete(PASSWORD)).json().errors).toMatchObject([{ rule: 'reused' }]);
    expect((await complete(NEW_PASSWORD)).statusCode).toBe(204);
    expect(await logIn(owner, PASSWORD)).toBe('login-failed');
    expect(await logIn(owner, NEW_PASSWORD)).toBe('in');
  });

  it('S62 works once, for 72 hours, and stores no token', async () => {
    const owner = await room.member();
    await change(owner, 'neu@beispiel.example');
    await told();
    const token = await tokenFor(owner.email);
    const rows = await room.test.query(`SELECT u::text AS row FROM recovery.email_undo u`);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await undo(token)).statusCode).toBe(204);
    const second = await undo(token);
    expect([second.statusCode, second.json().code]).toEqual([410, 'link-used']);

    const late = await room.member();
    await change(late, 'neu2@beispiel.example');
    await told();
    await room.test.clock.advance('72 hours 1 second');
    const expired = await undo(await tokenFor(late.email));
    expect([expired.statusCode, expired.json().code]).toEqual([410, 'link-expired']);
    expect(await emailOf(late)).toBe('neu2@beispiel.example');
    expect((await undo('A'.repeat(43))).statusCode).toBe(404);
  });

  it('lets one of many parallel tries through', async () => {
    const owner = await room.member();
    await change(owner, 'neu3@beispiel.example');
    await told();
    const token = await tokenFor(owner.email);
    const answers = await Promise.all(Array.from({ length: 10 }, () => undo(token)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, ...Array(9).fill(410)]);
  });

  it('D7 a thief who changed twice cannot undo back to the first of their addresses', async () => {
    const owner = await room.member();
    await change(owner, 'dieb1@beispiel.example');
    await room.test.clock.advance('1 minute');
    await change(owner, 'dieb2@beispiel.example');
    await told();
    const [ownersToken, thiefsToken] = [await tokenFor(owner.email), await tokenFor('dieb1@beispiel.example')];
    expect((await undo(ownersToken)).statusCode).toBe(204);
    expect((await undo(thiefsToken)).json().code).toBe('link-expired');
    expect(await emailOf(owner)).toBe(owner.email);
  });

  it('D7 makes no link for a change that an undo has overtaken', async () => {
    const owner = await room.member();
    await change(owner, 'dieb3@beispiel.example');
    await told();
    await room.test.clock.advance('1 minute');
    await change(owner, 'dieb4@beispiel.example');
    expect((await undo(await tokenFor(owner.email))).statusCode).toBe(204);
    await told();
    expect(await room.queued('dieb3@beispiel.example')).toEqual([]);
  });

  it('gives the address back as a user name only when nobody else has it by now', async () => {
    const [owner, other] = [await room.member(), await room.member()];
    await change(owner, 'neu5@beispiel.example');
    await told();
    await change(other, owner.email, false);
    expect((await undo(await tokenFor(owner.email))).statusCode).toBe(204);
    const names = await room.test.query(
      `SELECT account_id AS id FROM identity.contact WHERE lower(value) = $1 AND is_username`,
      [owner.email],
    );
    expect(names).toEqual([{ id: other.id }]);
  });

  it('sends one mail however often the change is told', async () => {
    const owner = await room.member();
    await change(owner, 'neu6@beispiel.example');
    await told();
    await room.test.query(`UPDATE platform.outbox_event SET done_at = NULL WHERE payload ->> 'accountId' = $1`, [
      owner.id,
    ]);
    await told();
    expect(await room.queued(owner.email)).toHaveLength(1);
  });
});
