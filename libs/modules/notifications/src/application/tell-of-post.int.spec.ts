import { newId } from '@of/kernel';
import { notificationsRoom } from '../notifications-room.fixture';
import { TellOfPost } from './tell-of-post';

const room = notificationsRoom();

/** An item that waits for its notice, as a delivery leaves it. */
async function deliver({ id, insuredId }: { id: string; insuredId: string }, isDecision = false): Promise<string> {
  const itemId = newId();
  await room.test.query(
    `INSERT INTO membership.insured_person (id, external_id, kvnr, given_name, family_name, date_of_birth,
       imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover)
     VALUES ($1, $1::uuid::text, 'A' || lpad((random() * 999999999)::int::text, 9, '0'), 'Erika', 'Muster', '1984-08-12',
       '', '', '', '', '') ON CONFLICT DO NOTHING`,
    [insuredId],
  );
  await room.test.query(
    `INSERT INTO letters.postbox_item (id, insured_id, kind, subject_sealed, language, document_id, pages, is_decision,
       has_instruction, is_abroad) VALUES ($1, $2, $3, '', 'de', $1, 1, $4, $4, false)`,
    [itemId, insuredId, isDecision ? 'decision' : 'letter', isDecision],
  );
  await room.test.query(`INSERT INTO letters.postbox_notice (item_id, account_id) VALUES ($1, $2)`, [itemId, id]);
  return itemId;
}

const notifiedAt = async (itemId: string): Promise<Date | null> => {
  const [row] = await room.test.query<{ at: Date | null }>(
    `SELECT notified_at AS at FROM letters.postbox_item WHERE id = $1`,
    [itemId],
  );
  return row?.at ?? null;
};

const tell = () => room.worker(TellOfPost).execute();

beforeEach(() => room.test.clock.set('2026-11-23T09:00:00Z'));

describe('TellOfPost', () => {
  it('K23 sends one mail a day without content, however often and in parallel it runs', async () => {
    const member = await room.member();
    const itemId = await deliver(member);
    await deliver(member);
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    const mails = await room.mailsTo(member);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Neue Post in Ihrem Postfach');
    expect(mails[0]?.text).not.toMatch(/Bescheid|Krank|Erika|https?:\/\/(?!localhost)/);
    expect(await notifiedAt(itemId)).toEqual(expect.any(Date));
    expect(await room.acts(member)).toEqual(['notifications.told-of-post']);

    await deliver(member);
    await room.test.clock.set('2026-11-24T08:59:00Z');
    await tell();
    expect(await room.mailsTo(member)).toHaveLength(1);
    await room.test.clock.set('2026-11-24T09:00:01Z');
    await tell();
    expect(await room.mailsTo(member)).toHaveLength(2);
  });

  it('tells those behind an account that breaks, and that one when it is well again', async () => {
    const [first, second] = [await room.member(), await room.member()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!first || !second) throw new Error('no members');
    await deliver(first);
    await deliver(second);
    await room.test.query(`
      CREATE FUNCTION letters.break_one() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'this one breaks'; END $$`);
    await room.test.query(`
      CREATE TRIGGER break_one BEFORE UPDATE ON letters.postbox_notice FOR EACH ROW
        WHEN (OLD.account_id = '${first.id}') EXECUTE FUNCTION letters.break_one()`);
    try {
      await tell();
    } finally {
      await room.test.query(`DROP FUNCTION letters.break_one CASCADE`);
    }
    expect([(await room.mailsTo(first)).length, (await room.mailsTo(second)).length]).toEqual([0, 1]);
    await tell();
    expect(await room.mailsTo(first)).toHaveLength(1);
  });

  it('tells a deactivated account once it is active again, and more than a page of them hold up nobody', async () => {
    const member = await room.member();
    const itemId = await deliver(member);
    await room.test.query(
      `INSERT INTO letters.postbox_notice (item_id, account_id)
       SELECT $1, ('00000000-0000-4000-8000-' || lpad(number::text, 12, '0'))::uuid FROM generate_series(1, 150) number`,
      [itemId],
    );
    await room.test.query(
      `UPDATE identity.account SET state = 'deactivated', deactivated_at = platform.now(),
         deactivation_reason = 'cover-ended' WHERE id = $1`,
      [member.id],
    );
    const other = await room.member();
    await deliver(other);
    await tell();
    expect([(await room.mailsTo(member)).length, (await room.mailsTo(other)).length]).toEqual([0, 1]);
    await room.test.query(
      `UPDATE identity.account SET state = 'active', deactivated_at = NULL, deactivation_reason = NULL WHERE id = $1`,
      [member.id],
    );
    await tell();
    expect(await room.mailsTo(member)).toHaveLength(1);
  });

  it('sends none to whoever does without, unless there is a decision among it: its dates need the notice', async () => {
    const member = await room.member();
    await room.test.query(
      `INSERT INTO notifications.preference (account_id, kind, channel, is_on) VALUES ($1, 'postbox', 'email', false)`,
      [member.id],
    );
    const letter = await deliver(member);
    await tell();
    expect(await room.mailsTo(member)).toEqual([]);
    expect(await notifiedAt(letter)).toBeNull();
    await room.test.clock.set('2026-11-24T10:00:00Z');
    const decision = await deliver(member, true);
    await tell();
    expect(await room.mailsTo(member)).toHaveLength(1);
    expect(await notifiedAt(decision)).toEqual(expect.any(Date));
  });
});
