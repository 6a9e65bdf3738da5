import { AccountLocks, AccountRepository, Devices, SessionRepository, type Account } from '@of/identity';
import { verifyAuditTrail, type SessionActor } from '@of/platform';
import { crowd, isRefusal, race, type Finish } from '@of/testing';
import { approvalRoom, type BoundKey } from './approval-room.fixture';
import { CancelApproval } from './application/cancel-approval';
import { ExpireApprovals } from './jobs/expire-approvals.job';
import type { Approval } from './persistence/approval.repository';

/** Two acts at the same time end as one after the other would, in either order: 200 runs each. */
const RUNS = 200;
const room = approvalRoom();

interface Asked {
  account: Account;
  device: BoundKey;
  actor: SessionActor;
  approval: Approval;
}

async function asked(): Promise<Asked> {
  const account = await room.member();
  const device = await room.device(account);
  const actor = await room.session(account, 'full');
  return { account, device, actor, approval: await room.ask(actor) };
}

const release = ({ device, approval }: Asked) => room.approve(device, approval);
const askedOnTwo = async () => {
  const state = await asked();
  return { ...state, other: await room.device(state.account) };
};
const transaction: (typeof room.test)['database']['transaction'] = (work) => room.test.database.transaction(work);

/** Both orders must have come about, or nothing raced. */
function expectBothOrders(finishes: Finish<unknown, unknown, unknown>[]): void {
  const refused = finishes.filter(({ first }) => isRefusal(first)).length;
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(finishes.length);
}

/** Released and done once; or neither. */
async function expectOne(finish: Finish<Asked, unknown, unknown>, otherwise: { status: string; acts: string[] }) {
  const outcome = await room.outcome(finish.state.approval);
  if (isRefusal(finish.first)) expect(outcome).toEqual({ ...otherwise, done: 0 });
  else expect(outcome).toEqual({ status: 'approved', done: 1, acts: ['approval.approved'] });
}

describe('R16 releasing', () => {
  it('against running out', async () => {
    const finishes = await race({
      runs: RUNS,
      prepare: asked,
      first: release,
      second: async ({ approval }) => {
        await room.test.query(`UPDATE approval.approval SET expires_at = platform.now() WHERE id = $1`, [approval.id]);
        await room.get(ExpireApprovals).run();
      },
    });
    expectBothOrders(finishes);
    // The job leaves out what is held at the moment: its next run brings that to its end.
    await room.get(ExpireApprovals).run();
    for (const finish of finishes) {
      await expectOne(finish, { status: 'expired', acts: ['approval.expired'] });
      if (isRefusal(finish.first)) expect(finish.first.code).toBe('approval-closed');
    }
  });

  it('against withdrawing', async () => {
    const finishes = await race({
      runs: RUNS,
      prepare: asked,
      first: release,
      second: ({ actor, approval }) => room.get(CancelApproval).execute(actor, approval.id),
    });
    expectBothOrders(finishes);
    for (const finish of finishes) {
      await expectOne(finish, { status: 'cancelled', acts: ['approval.cancelled'] });
      expect([isRefusal(finish.first), isRefusal(finish.second)].filter(Boolean)).toHaveLength(1);
    }
  });

  it('against refusing on another device', async () => {
    const finishes = await race({
      runs: RUNS,
      prepare: askedOnTwo,
      first: (state) => release(state),
      second: ({ other, approval }) => room.decide(other, approval, { decision: 'decline' }),
    });
    expectBothOrders(finishes);
    for (const finish of finishes) {
      await expectOne(finish, { status: 'declined', acts: ['approval.declined'] });
      expect([isRefusal(finish.first), isRefusal(finish.second)].filter(Boolean)).toHaveLength(1);
    }
  });

  it('on two devices', async () => {
    const finishes = await race({
      runs: RUNS,
      prepare: askedOnTwo,
      first: (state) => release(state),
      second: ({ other, approval }) => room.approve(other, approval),
    });
    expectBothOrders(finishes);
    for (const { state, first, second } of finishes) {
      const done = { status: 'approved', done: 1, acts: ['approval.approved'] };
      expect(await room.outcome(state.approval)).toEqual(done);
      expect([isRefusal(first), isRefusal(second)].filter(Boolean)).toHaveLength(1);
    }
  });

  it('against removing the device', async () => {
    const finishes = await race({
      runs: RUNS,
      prepare: asked,
      first: release,
      second: ({ account, device }) =>
        transaction(async (tx) => {
          await room.get(AccountRepository).lock(tx, account.id);
          return room.get(Devices).remove(tx, account, device.actor.deviceId, account.id);
        }),
    });
    expectBothOrders(finishes);
    for (const finish of finishes) {
      expect(finish.second).toBe(true);
      await expectOne(finish, { status: 'pending', acts: [] });
    }
  });

  it('S15 against a lock of the account: a login that was released before is over all the same', async () => {
    const finishes = await race({
      runs: RUNS,
      prepare: async () => {
        const account = await room.member();
        const device = await room.device(account);
        const actor = await room.session(account, 'basic');
        return { account, device, actor, approval: await room.askForLogin(actor) };
      },
      first: release,
      second: ({ account }) =>
        transaction(async (tx) => {
          await room.get(AccountRepository).lock(tx, account.id);
          await room.get(AccountLocks).lock(tx, { accountId: account.id, insuredId: account.insuredId }, 'fraud');
        }),
    });
    expectBothOrders(finishes);
    for (const { state, first } of finishes) {
      const [session] = await room.test.query(
        `SELECT level, ended_at IS NOT NULL AS "isOver" FROM identity.session WHERE id = $1`,
        [state.actor.sessionId],
      );
      expect(session).toEqual({ level: isRefusal(first) ? 'basic' : 'full', isOver: true });
      const { acts } = await room.outcome(state.approval);
      expect(acts).toEqual(isRefusal(first) ? [] : ['approval.approved']);
      expect(await room.get(SessionRepository).extend(state.actor.sessionId)).toBeNull();
    }
  });
});

describe('R15 the same fifty times at once', () => {
  it('releases once', async () => {
    for (let run = 0; run < 4; run++) {
      const state = await asked();
      const credential = await room.sign(state.device, state.approval);
      // The key signed once, and all fifty carry the same bytes: a phone that sends twice has no copied key.
      const answers = await crowd(50, () => room.decide(state.device, state.approval, { credential }));
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
      const codes = new Set(answers.filter(isRefusal).map(({ code }) => code));
      for (const code of codes) expect(['approval-closed', 'too-many-requests']).toContain(code);
      const done = { status: 'approved', done: 1, acts: ['approval.approved'] };
      expect(await room.outcome(state.approval)).toEqual(done);
      expect(await room.get(Devices).isUsable(state.device.actor.deviceId, state.account.id)).toBe(true);
    }
  });

  it('asks once: three requests at most wait for an answer, each replaces the one before it', async () => {
    const { actor, account } = await asked();
    const answers = await crowd(50, () => room.ask(actor));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(2);
    const rows = await room.test.query<{ status: string }>(
      `SELECT status FROM approval.approval WHERE account_id = $1 ORDER BY status`,
      [account.id],
    );
    expect(rows.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'pending']);
  });

  it('withdraws once', async () => {
    const { actor, approval } = await asked();
    const answers = await crowd(50, () => room.get(CancelApproval).execute(actor, approval.id));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(await room.outcome(approval)).toEqual({ status: 'cancelled', done: 0, acts: ['approval.cancelled'] });
  });
});

it('S54 the audit trail is whole after all of it', async () => {
  expect(await verifyAuditTrail(room.test.database)).toEqual([]);
});
