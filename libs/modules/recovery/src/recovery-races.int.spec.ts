import { createHash, randomBytes } from 'node:crypto';
import { AccountRepository, ContactRepository, LogIn, PasswordHasher, SentCodes, type Account } from '@of/identity';
import { newId } from '@of/kernel';
import { verifyAuditTrail, type SessionActor } from '@of/platform';
import { crowd, isRefusal, race } from '@of/testing';
import { CompletePasswordReset } from './application/complete-password-reset';
import { OrderDeviceCode } from './application/order-device-code';
import { SendResetCode } from './application/send-reset-code';
import { UndoEmailChange } from './application/undo-email-change';
import { EmailUndoRepository } from './persistence/email-undo.repository';
import { NEW_PASSWORD, PASSWORD, recoveryRoom } from './recovery-room.fixture';

const RUNS = 200;
const room = recoveryRoom();

/** A member whose address was changed, with the way back and a code for a new password in hand. */
async function changed() {
  const account = await room.member();
  const token = randomBytes(32).toString('base64url');
  const codeId = newId<'SentCode'>();
  const code = await room.test.database.transaction(async (tx) => {
    const former = await room.get(ContactRepository).set(tx, account.id, 'email', `dieb-${account.email}`);
    if (!former) throw new Error('nothing was replaced');
    await room.get(EmailUndoRepository).insert(tx, {
      id: newId<'EmailUndo'>(),
      tokenHash: createHash('sha256').update(token).digest(),
      accountId: account.id,
      formerContactId: former.id,
      changedAt: new Date(),
    });
    const order = { id: codeId, accountId: account.id, purpose: 'reset-mobile', target: account.mobile } as const;
    return room.get(SentCodes).mintForReset(tx, order);
  });
  return { account, token, codeId, code: code as string };
}

const acts = async ({ insuredId }: Account, act: string) =>
  (
    await room.test.query(`SELECT FROM platform.audit_entry WHERE subject = $1 AND content::jsonb ->> 'act' = $2`, [
      insuredId,
      act,
    ])
  ).length;
const events = async ({ id }: Account, name: string) =>
  (
    await room.test.query(`SELECT FROM platform.outbox_event WHERE name = $1 AND payload ->> 'accountId' = $2`, [
      name,
      id,
    ])
  ).length;
const opens = async ({ id }: Account, password: string) => {
  const { passwordHash } = await room.get(AccountRepository).getById(id);
  return room.get(PasswordHasher).verify(password, passwordHash);
};

it('R16 undo of an e-mail change against a new password by a code that was sent', async () => {
  const finishes = await race({
    runs: RUNS,
    prepare: changed,
    first: ({ account, code }) =>
      room.get(CompletePasswordReset).execute({ username: account.kvnr, code, newPassword: NEW_PASSWORD }),
    second: ({ token }) => room.get(UndoEmailChange).execute(token),
  });
  const refused = finishes.filter(({ first }) => isRefusal(first));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(RUNS);
  for (const { state, first, second } of finishes) {
    const { account } = state;
    // In both orders the undo has the last word: neither the old nor the new password opens anything.
    expect(second).toBeUndefined();
    expect([await opens(account, PASSWORD), await opens(account, NEW_PASSWORD)]).toEqual([false, false]);
    expect((await room.get(ContactRepository).read(account.id)).email?.value).toBe(account.email);
    if (isRefusal(first)) expect(first.code).toBe('code-invalid');
    const resets = isRefusal(first) ? 0 : 1;
    expect(await acts(account, 'recovery.password-reset')).toBe(resets);
    expect(await events(account, 'recovery.password-reset')).toBe(resets);
    expect(await acts(account, 'recovery.email-change-undone')).toBe(1);
    expect(await events(account, 'recovery.email-change-undone')).toBe(1);
  }
});

it('R16 undo of an e-mail change against a login: afterwards nobody is in', async () => {
  const logIn = { password: PASSWORD, browser: 'Firefox', address: '10.0.0.9', trustedBrowser: null };
  const finishes = await race({
    runs: RUNS,
    prepare: changed,
    first: ({ token }) => room.get(UndoEmailChange).execute(token),
    second: ({ account }) => room.get(LogIn).execute({ ...logIn, username: account.kvnr }),
  });
  expect(finishes.some(({ second }) => isRefusal(second))).toBe(true);
  expect(finishes.some(({ second }) => !isRefusal(second))).toBe(true);
  for (const { state, second } of finishes) {
    if (isRefusal(second)) expect(second.code).toBe('login-failed');
    const alive = await room.test.query(`SELECT FROM identity.session WHERE account_id = $1 AND ended_at IS NULL`, [
      state.account.id,
    ]);
    expect(alive).toEqual([]);
  }
});

describe('R15 the same fifty times at once', () => {
  it('one letter with a code for a new device', async () => {
    const account = await room.member();
    const { sessionId } = await room.browser(account);
    const actor = { accountId: account.id, insuredId: account.insuredId, sessionId } as SessionActor;
    const answers = await crowd(50, () => room.get(OrderDeviceCode).execute(actor, PASSWORD));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    const codes = new Set(answers.filter(isRefusal).map(({ code }) => code));
    expect([...codes]).toEqual(['too-many-requests']);
    expect(await acts(account, 'recovery.device-code-ordered')).toBe(1);
    expect(await events(account, 'recovery.device-code-ordered')).toBe(1);
    const letters = await room.test.query(`SELECT FROM letters.letter WHERE account_id = $1`, [account.id]);
    expect(letters).toHaveLength(1);
  });

  it('one letter with a code for a new password, however many orders ask for it', async () => {
    const account = await room.member();
    await crowd(50, () => room.job(SendResetCode).execute(newId(), account.id, 'post'));
    const letters = await room.test.query(`SELECT FROM letters.letter WHERE account_id = $1`, [account.id]);
    expect(letters).toHaveLength(1);
  });

  it('one code of one order, and three of many', async () => {
    const account = await room.member();
    const orderId = newId();
    await crowd(50, () => room.job(SendResetCode).execute(orderId, account.id, 'email'));
    expect(await room.queued(account.email)).toHaveLength(1);
    await crowd(50, () => room.job(SendResetCode).execute(newId(), account.id, 'email'));
    expect(await room.queued(account.email)).toHaveLength(3);
  });

  it('one new password of one code', async () => {
    const { account, code } = await changed();
    const reset = { username: account.kvnr, code, newPassword: NEW_PASSWORD };
    const answers = await crowd(50, () => room.get(CompletePasswordReset).execute(reset));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(await acts(account, 'recovery.password-reset')).toBe(1);
  });
});

it('S54 the audit trail is whole after all of it', async () => {
  expect(await verifyAuditTrail(room.test.database)).toEqual([]);
});
