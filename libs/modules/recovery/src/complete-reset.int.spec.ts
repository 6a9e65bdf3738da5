import { readFileSync } from 'node:fs';
import { LogIn, SentCodes, type Account } from '@of/identity';
import { newId } from '@of/kernel';
import { codeOf, printedLetters } from '@of/testing';
import { codeIn, kvnrOf, NEW_PASSWORD, PASSWORD, recoveryRoom } from './recovery-room.fixture';

const room = recoveryRoom();
beforeEach(() => room.test.clock.set('2026-11-23T09:00:00Z'));

const order = (username: string, channel: string, address?: string) =>
  room.post('/password-resets', { username, channel }, address);
const complete = (username: string, code: string, newPassword = NEW_PASSWORD) =>
  room.post('/password-resets/completion', { username, code, newPassword });
const sent = () => room.work('recovery.reset-requested');
const produced = async () => {
  await sent();
  await room.work('letters.letter-ordered');
};
const letterTo = ({ kvnr }: Account) => printedLetters({ dataDir: room.test.config.DATA_DIR }, kvnr);
const logIn = (account: Account, password: string) =>
  room
    .get(LogIn)
    .execute({ username: account.kvnr, password, browser: 'X', address: '10.0.0.9', trustedBrowser: null })
    .then(({ actor }) => actor.accountId)
    .catch(({ code }: { code: string }) => code);

async function mailedCode(account: Account & { email: string }): Promise<string> {
  await order(account.kvnr, 'email');
  await sent();
  return codeIn((await room.queued(account.email)).at(-1) as { text: string });
}

describe('setting a new password', () => {
  it('S21 changes the password and nothing else: no session, devices as they were, old sessions 401', async () => {
    const member = await room.member();
    await room.bindDevice(member);
    const { call } = await room.browser(member, { level: 'full' });
    expect((await call('GET', '/me/devices')).statusCode).toBe(200);
    await room.test.query(`UPDATE identity.account SET password_disabled_at = platform.now() WHERE id = $1`, [
      member.id,
    ]);
    const devices = `SELECT * FROM identity.device WHERE account_id = $1`;
    const before = await room.test.query(devices, [member.id]);

    const answer = await complete(member.kvnr, await mailedCode(member));
    expect([answer.statusCode, answer.body, answer.headers['set-cookie']]).toEqual([204, '', undefined]);
    expect((await call('GET', '/me/devices')).statusCode).toBe(401);
    expect(await room.test.query(devices, [member.id])).toEqual(before);
    const alive = await room.test.query(`SELECT FROM identity.session WHERE account_id = $1 AND ended_at IS NULL`, [
      member.id,
    ]);
    expect(alive).toEqual([]);
    expect(await logIn(member, PASSWORD)).toBe('login-failed');
    expect(await logIn(member, NEW_PASSWORD)).toBe(member.id);
    const [told] = await room.test.query(
      `SELECT payload FROM platform.outbox_event WHERE name = 'recovery.password-reset' AND payload ->> 'accountId' = $1`,
      [member.id],
    );
    expect(told).toEqual({ payload: { accountId: member.id } });
    const next = await room.test.query(
      `SELECT next_step AS step FROM identity.session WHERE account_id = $1 AND ended_at IS NULL`,
      [member.id],
    );
    expect(next).toEqual([{ step: 'approve-login' }]);
  });

  it('works by text message and by letter, each code for its own purpose and once', async () => {
    const member = await room.member('applied');
    await order(member.kvnr, 'post');
    await produced();
    const [letter] = letterTo(member);
    const code = codeOf(letter as never);
    const beside = (letter as { pdf: string }).pdf.replace(/pdf$/, 'json');
    expect(readFileSync(beside, 'utf8')).not.toContain(code);
    expect((await complete(member.kvnr, code.toLowerCase().replace(/-/g, ' '))).statusCode).toBe(204);
    expect((await complete(member.kvnr, code, PASSWORD)).json().code).toBe('code-invalid');
    expect(await logIn(member, NEW_PASSWORD)).toBe(member.id);

    const other = await room.member();
    await order(other.kvnr, 'mobile');
    await sent();
    const texted = codeIn((await room.queued(other.mobile))[0] as { text: string });
    expect((await complete(other.email, texted)).statusCode).toBe(204);
  });

  it('C12 answers wrong, expired, missing codes and unknown names alike', async () => {
    const member = await room.member();
    const code = await mailedCode(member);
    const seen = new Set<string>();
    const note = async (username: string, entry: string) => {
      const answer = await complete(username, entry);
      seen.add(JSON.stringify([answer.statusCode, answer.body]));
    };
    await note(member.kvnr, '000000' === code ? '000001' : '000000');
    await note(member.kvnr, 'ABCD-EFGH-JKMN');
    await note(kvnrOf(3), '000000');
    await note(kvnrOf(3), 'ABCD-EFGH-JKMN');
    await room.test.clock.advance('10 minutes 1 second');
    await note(member.kvnr, code);
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).toContain('code-invalid');
    expect(await logIn(member, PASSWORD)).toBe(member.id);
  });

  it('S12 answers 429 after five wrong entries, for known and unknown names', async () => {
    const member = await room.member();
    for (const username of [member.kvnr, kvnrOf(4)]) {
      const statuses: number[] = [];
      for (let n = 0; n < 6; n++) statuses.push((await complete(username, '1')).statusCode);
      expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    }
  });

  it('S07 evaluates at most five of 200 parallel guesses; the right code is void then', async () => {
    const member = await room.member();
    const code = await mailedCode(member);
    const codes = room.get(SentCodes);
    const wrong = code === '000000' ? '000001' : '000000';
    await Promise.all(Array.from({ length: 200 }, () => codes.matchReset(member.id, wrong)));
    const [row] = await room.test.query(`SELECT wrong_tries FROM identity.sent_code WHERE account_id = $1`, [
      member.id,
    ]);
    expect(row).toEqual({ wrong_tries: 5 });
    expect((await complete(member.kvnr, code)).json().code).toBe('code-invalid');

    const other = await room.member();
    await order(other.kvnr, 'email');
    await sent();
    const answers = await Promise.all(Array.from({ length: 200 }, () => complete(other.kvnr, '12')));
    expect(answers.filter(({ statusCode }) => statusCode === 422).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ statusCode }) => statusCode === 422 || statusCode === 429)).toBe(true);
  });

  it('S07 lets one of many parallel right entries through', async () => {
    const member = await room.member();
    const code = await mailedCode(member);
    const answers = await Promise.all(Array.from({ length: 10 }, () => complete(member.kvnr, code)));
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true);
  });

  it('C7 password rules burn no code: neither the general ones nor those of the account', async () => {
    const member = await room.member();
    const code = await mailedCode(member);
    const refused = async (password: string) => {
      const { statusCode, body } = await complete(member.kvnr, code, password);
      return [
        statusCode,
        (JSON.parse(body) as { errors: { code: string; rule: string }[] }).errors.map(({ rule }) => rule),
      ];
    };
    for (let n = 0; n < 6; n++) expect(await refused('kurz')).toEqual([422, expect.arrayContaining(['min-length'])]);
    for (let n = 0; n < 6; n++) expect(await refused(PASSWORD)).toEqual([422, ['reused']]);
    expect((await complete(member.kvnr, code)).statusCode).toBe(204);
  });

  it('S15 a locked account gets no code and no password', async () => {
    const member = await room.member();
    const code = await mailedCode(member);
    await room.test.query(`UPDATE identity.account SET locked_at = platform.now() WHERE id = $1`, [member.id]);
    expect((await complete(member.kvnr, code)).json().code).toBe('code-invalid');
    await order(member.kvnr, 'email');
    await sent();
    expect(await room.queued(member.email)).toHaveLength(1);
  });

  it('withdraws what waits for a release', async () => {
    const member = await room.member();
    await room.bindDevice(member);
    const { sessionId } = await room.browser(member, { level: 'full' });
    const approvalId = newId();
    await room.test.query(
      `INSERT INTO approval.approval (id, account_id, insured_id, session_id, action, content, content_hash,
         sealed_payload, bucket, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 'login', '{}', '', '', 'strangers', platform.now(), platform.now() + interval '5 minutes')`,
      [approvalId, member.id, member.insuredId, sessionId],
    );
    expect((await complete(member.kvnr, await mailedCode(member))).statusCode).toBe(204);
    const [approval] = await room.test.query(`SELECT status FROM approval.approval WHERE id = $1`, [approvalId]);
    expect(approval).toEqual({ status: 'cancelled' });
  });
});
