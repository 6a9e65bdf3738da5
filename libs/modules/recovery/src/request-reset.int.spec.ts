import { ContactRepository, type Account } from '@of/identity';
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

async function mailedCode(account: Account & { email: string }): Promise<string> {
  await order(account.kvnr, 'email');
  await sent();
  return codeIn((await room.queued(account.email)).at(-1) as { text: string });
}

describe('ordering a code', () => {
  it('C12 answers byte for byte the same and writes the same rows, for known and unknown names and every channel', async () => {
    const member = await room.member();
    const applied = await room.member('applied');
    const rows = async () => {
      const [row] = await room.test.query<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM platform.audit_entry) AS audit,
                (SELECT count(*)::int FROM platform.outbox_event) AS outbox,
                (SELECT count(*)::int FROM platform.outgoing_message) AS messages,
                (SELECT count(*)::int FROM platform.counted_try) AS tries,
                (SELECT count(*)::int FROM identity.sent_code) AS codes,
                (SELECT count(*)::int FROM letters.letter) AS letters`,
      );
      return row as Record<string, number>;
    };
    const seen = new Set<string>();
    for (const username of [member.kvnr, member.email, applied.kvnr, kvnrOf(1), 'niemand@beispiel.example', 'x']) {
      for (const channel of ['email', 'mobile', 'post']) {
        const before = await rows();
        const answer = await order(username, channel);
        const after = await rows();
        const added = ['audit', 'outbox', 'messages', 'codes', 'letters'].map(
          (table) => (after[table] as number) - (before[table] as number),
        );
        const headers = Object.entries(answer.headers).filter(([name]) => name !== 'x-request-id' && name !== 'date');
        seen.add(JSON.stringify([answer.statusCode, answer.body, headers, added]));
      }
    }
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).toContain('[202,"{}"');
    expect([...seen][0]).toContain('[1,1,0,0,0]');
  });

  it('C12 sends to verified contacts only, and to nobody who is not there', async () => {
    const member = await room.member();
    await order(member.kvnr.toLowerCase(), 'email');
    await order(member.email.toUpperCase(), 'mobile');
    await sent();
    const [mail] = await room.queued(member.email);
    const [sms] = await room.queued(member.mobile);
    expect(codeIn(mail as { text: string })).toMatch(/^\d{6}$/);
    expect(codeIn(sms as { text: string })).toMatch(/^\d{6}$/);

    const unverified = await room.member('applied');
    const id = newId();
    await room.test.query(
      `INSERT INTO identity.sent_code (id, account_id, purpose, target) VALUES ($1, $2, 'confirm-email', 'noch@nicht.example')`,
      [id, unverified.id],
    );
    await order(unverified.kvnr, 'email');
    await sent();
    expect(await room.queued('noch@nicht.example')).toEqual([]);
  });

  it('S21 absorbs the fourth order of an hour for a name, whether anybody has it or not', async () => {
    const member = await room.member();
    for (let n = 0; n < 5; n++) {
      expect((await order(n % 2 ? member.email : member.kvnr, 'email')).statusCode).toBe(202);
      expect((await order('gibt-es-nicht@beispiel.example', 'email')).statusCode).toBe(202);
    }
    await sent();
    expect(await room.queued(member.email)).toHaveLength(3);
    const known = await room.test.query(
      `SELECT FROM platform.outbox_event WHERE name = 'recovery.reset-requested' AND payload ->> 'accountId' = $1`,
      [member.id],
    );
    expect(known).toHaveLength(3);
  });

  it('refuses the sixth order of an hour from one address', async () => {
    const status = async () => (await order(kvnrOf(2), 'email', '10.9.9.9')).statusCode;
    for (let n = 0; n < 5; n++) expect(await status()).toBe(202);
    expect(await status()).toBe(429);
    await room.test.clock.advance('61 minutes');
    expect(await status()).toBe(202);
  });

  it('keeps three codes good side by side and makes no fourth, nor a second one for the same order', async () => {
    const member = await room.member();
    for (const minutes of [0, 1, 1]) {
      await room.test.clock.advance(`${minutes} minutes`);
      await order(member.kvnr, 'email');
    }
    await sent();
    await room.test.query(
      `UPDATE platform.outbox_event SET done_at = NULL WHERE name = 'recovery.reset-requested' AND payload ->> 'accountId' = $1`,
      [member.id],
    );
    await sent();
    const mails = await room.queued(member.email);
    expect(mails).toHaveLength(3);
    expect((await complete(member.kvnr, codeIn(mails[0] as { text: string }))).statusCode).toBe(204);
    expect((await complete(member.kvnr, codeIn(mails[1] as { text: string }), PASSWORD)).statusCode).toBe(422);
  });

  it('writes no letter while one is under way, at most three in 30 days, and voids nothing', async () => {
    const member = await room.member('applied');
    await order(member.kvnr, 'post');
    await produced();
    const first = codeOf(letterTo(member)[0] as never);
    // Expected on 1 December: under way until the 4th.
    for (const day of ['2026-11-25', '2026-12-04']) {
      await room.test.clock.set(`${day}T09:00:00Z`);
      await order(member.kvnr, 'post');
      await produced();
    }
    expect(letterTo(member)).toHaveLength(1);
    expect((await complete(member.kvnr, first)).statusCode).toBe(204);

    const other = await room.member();
    for (const day of ['2026-11-23', '2026-12-05', '2026-12-17', '2026-12-22']) {
      await room.test.clock.set(`${day}T09:00:00Z`);
      await room.test.query(`UPDATE recovery.ordered_letter SET closed_at = now() WHERE account_id = $1`, [other.id]);
      await order(other.kvnr, 'post');
      await produced();
    }
    expect(letterTo(other)).toHaveLength(3);
  });

  it('S03 lets somebody look at a letter to an address that changed within 14 days', async () => {
    const member = await room.member();
    await room.test.query(`UPDATE membership.insured_person SET address_changed_at = platform.now() WHERE id = $1`, [
      member.insuredId,
    ]);
    await order(member.kvnr, 'post');
    await produced();
    const [letter] = await room.test.query(`SELECT state, purpose FROM letters.letter WHERE account_id = $1`, [
      member.id,
    ]);
    expect(letter).toEqual({ state: 'in-review', purpose: 'reset' });
  });

  it('S06 keeps the code out of events, jobs and audit, in no form but its hash', async () => {
    const member = await room.member();
    const code = await mailedCode(member);
    const rows = await room.test.query<{ row: string }>(
      `SELECT payload::text AS row FROM platform.outbox_event UNION ALL SELECT content::text FROM platform.audit_entry
       UNION ALL SELECT c::text FROM identity.sent_code c`,
    );
    expect(rows.filter(({ row }) => new RegExp(`[^0-9a-f]${code}[^0-9a-f]`).test(row))).toEqual([]);
  });

  it('S62 sends no code by e-mail for 72 hours after the address was changed', async () => {
    const member = await room.member();
    await room.test.database.transaction((tx) =>
      room.get(ContactRepository).set(tx, member.id, 'email', 'fremd@beispiel.example'),
    );
    await order(member.kvnr, 'email');
    await order(member.kvnr, 'mobile');
    await sent();
    expect([await room.queued('fremd@beispiel.example'), await room.queued(member.email)]).toEqual([[], []]);
    expect(await room.queued(member.mobile)).toHaveLength(1);
    await room.test.clock.advance('72 hours 1 second');
    await order(member.kvnr, 'email');
    await sent();
    expect(await room.queued('fremd@beispiel.example')).toHaveLength(1);
  });
});
