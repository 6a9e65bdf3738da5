import { AccountRepository } from '@of/identity';
import { AcknowledgeDocuments } from '@of/consent';
import { type SessionActor } from '@of/platform';
import { accountLife, type OpenedAccount } from '../account-life.fixture';
import { DeactivateLapsedAccountsTask } from '../jobs/deactivate-lapsed-accounts.job';
import { PASSWORD, registrationRoom, VERSION } from '../registration-room.fixture';
import { DeleteAccount } from './delete-account';
import { EraseAccount } from './erase-account';

const room = registrationRoom();
const life = accountLife(room);

const erase = (account: OpenedAccount) =>
  room.test.database.transaction((tx) => life.get(EraseAccount).execute(tx, account, 'deleted'));
const inNewRegistration = (account: OpenedAccount) => room.register(account.kvnr, account.postalCode);

/** Every table of the house with a row that holds this text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await room.test.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await room.test.query(`SELECT FROM ${name} row WHERE row::text LIKE '%' || $1 || '%' LIMIT 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** An active account that has left traces in every room. */
async function livedIn(number: number): Promise<OpenedAccount> {
  const account = await life.open(number, 'active');
  await room.test.database.transaction(async (tx) => {
    const documents = [
      { kind: 'terms', version: VERSION },
      { kind: 'privacy', version: VERSION },
    ] as const;
    await room.get(AcknowledgeDocuments).execute(tx, account.accountId, account.insuredId, [...documents]);
    const accounts = room.get(AccountRepository);
    const { passwordHash } = await accounts.getById(account.accountId);
    await accounts.replacePassword(tx, account.accountId, passwordHash, 'v1:other');
    await tx.query(
      `UPDATE letters.letter SET state = 'posted', handed_over_at = platform.now(), posted_at = platform.now(),
         content_sealed = 'x' WHERE account_id = $1`,
      [account.accountId],
    );
    await tx.query(
      `INSERT INTO letters.letter (id, account_id, insured_id, purpose, language, state, expected_by)
       VALUES (gen_random_uuid(), $1, $2, 'device', 'de', 'ordered', platform.today())`,
      [account.accountId, account.insuredId],
    );
    await tx.query(
      `WITH device AS (
         INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
           is_syncable, is_backed_up, bound_by)
         VALUES (gen_random_uuid(), $1, 'Handy', 'active', $2, '', '{}', 0, false, false, 'posted-code') RETURNING id)
       INSERT INTO identity.device_session (id, token_hash, device_id, expires_at)
       SELECT gen_random_uuid(), sha256($2::bytea), id, platform.now() FROM device`,
      [account.accountId, `credential-${number}`],
    );
    await tx.query(
      `INSERT INTO approval.approval (id, account_id, insured_id, action, content, content_hash, sealed_payload, bucket,
         created_at, expires_at, status, decided_at)
       VALUES (gen_random_uuid(), $1, $2, 'address-change', '{}', '', '', '-', platform.now(), platform.now(),
         'declined', platform.now())`,
      [account.accountId, account.insuredId],
    );
  });
  return account;
}

beforeEach(async () => {
  await room.test.clock.set('2026-11-23T09:00:00Z');
  await room.test.query(`DELETE FROM platform.counted_try`);
});

describe('EraseAccount', () => {
  it('S63 C10 leaves no row with the id of the account but audit and the proof of sent letters', async () => {
    const account = await livedIn(1);
    expect(await tablesWith(account.accountId)).toEqual(
      expect.arrayContaining([
        'approval.approval',
        'consent.acknowledgement',
        'identity.account',
        'identity.contact',
        'identity.device',
        'identity.former_password',
        'identity.posted_code',
        'identity.session',
        'letters.letter',
      ]),
    );
    await erase(account);
    expect(await tablesWith(account.accountId)).toEqual(['letters.letter', 'platform.audit_entry']);
    const letters = await room.test.query(
      `SELECT purpose, state, content_sealed FROM letters.letter WHERE account_id = $1`,
      [account.accountId],
    );
    expect(letters).toEqual([{ purpose: 'registration', state: 'posted', content_sealed: null }]);
    expect(await tablesWith('owner-1@beispiel.example')).toEqual([]);
    expect(await room.test.query(`SELECT FROM identity.device_session`)).toEqual([]);
  });

  it('C10 tells what stays and why, to the address that is erased', async () => {
    const account = await livedIn(2);
    const kept = await erase(account);
    expect(kept?.map(({ what }) => what.de).sort()).toEqual([
      'Das Protokoll, wer wann etwas in Ihrem Zugang getan hat, ohne Inhalte',
      'Dass und wann wir Ihnen Briefe zu Ihrem Zugang geschickt haben, ohne deren Inhalt',
      'Ihre Versicherungsdaten: Name, Anschrift, Bankverbindung und Versicherungszeiten',
    ]);
    const [mail] = await life.mailsTo('owner-2@beispiel.example');
    expect(mail?.subject).toBe('Ihr Zugang ist gelöscht');
    for (const { what, why } of kept ?? []) expect(mail?.text).toContain(`${what.de}. ${why.de}`);
  });

  it('C10 does not claim letters that were never sent', async () => {
    const account = await life.open(3, 'applied');
    const kept = await erase(account);
    expect(kept?.some(({ what }) => what.de.includes('Briefe'))).toBe(false);
  });

  it('1L erases in every state, and the person registers anew at once', async () => {
    const [applied, active, closed] = [await life.open(4, 'applied'), await livedIn(5), await livedIn(6)];
    await closed.insure(['2015-04-01', '2026-10-01']);
    await life.get(DeactivateLapsedAccountsTask).run();
    expect([await applied.state(), await active.state(), await closed.state()]).toEqual([
      'applied',
      'active',
      'deactivated',
    ]);
    await Promise.all([applied, active, closed].map(erase));
    await closed.insure(['2015-04-01', null]);
    for (const account of [applied, active, closed]) {
      expect(await account.state()).toBeNull();
      expect(await inNewRegistration(account)).toHaveProperty('letterExpectedBy');
    }
  });

  it('erases once when it is asked twice at the same time', async () => {
    const account = await livedIn(7);
    const answers = await Promise.all([erase(account), erase(account), erase(account)]);
    expect(answers.filter((kept) => kept === null)).toHaveLength(2);
    expect(await life.mailsTo('owner-7@beispiel.example')).toHaveLength(1);
  });
});

describe('DeleteAccount', () => {
  const actorOf = ({ accountId, insuredId }: OpenedAccount) => ({ accountId, insuredId }) as SessionActor;

  it('C10 deletes at once with the right password where no device is bound', async () => {
    const account = await life.open(20, 'active');
    const wrong = room.get(DeleteAccount).execute(actorOf(account), 'Falsches-Passwort-1');
    await expect(wrong).rejects.toMatchObject({ fieldErrors: [{ pointer: '/password', code: 'password-wrong' }] });
    expect(await account.state()).toBe('active');
    expect(await room.get(DeleteAccount).execute(actorOf(account), PASSWORD)).toBeNull();
    expect(await account.state()).toBeNull();
    expect(await inNewRegistration(account)).toHaveProperty('letterExpectedBy');
  });
});
