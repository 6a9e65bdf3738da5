import { Devices } from '@of/identity';
import { isRefusal, crowd } from '@of/testing';
import { approvalRoom } from './approval-room.fixture';
import type { Approval } from './persistence/approval.repository';

const room = approvalRoom();

async function asked() {
  const account = await room.member();
  const device = await room.device(account);
  const actor = await room.session(account, 'full');
  const approval = await room.ask(actor);
  return { account, device, actor, approval };
}

const codeOf = async (answer: Promise<unknown>): Promise<string> => {
  const [result] = await crowd(1, () => answer);
  return isRefusal(result) ? result.code : 'released';
};
const write = ({ id }: Approval, column: string, value: unknown) =>
  room.test.query(`UPDATE approval.approval SET ${column} = $2 WHERE id = $1`, [id, value]);

describe('S17 what was asked and what is released', () => {
  it('are the same: each single byte of the content that is changed makes it worthless', async () => {
    const { device, approval } = await asked();
    const credential = await room.sign(device, approval);
    const { content } = approval;
    expect(content.length).toBeGreaterThan(300);
    for (let at = 0; at < content.length; at++) {
      const other = content[at] === '0' ? '1' : '0';
      await write(approval, 'content', content.slice(0, at) + other + content.slice(at + 1));
      expect(await codeOf(room.decide(device, approval, { credential }))).toBe('approval-stale');
    }
    await write(approval, 'content', content);
    expect(await codeOf(room.decide(device, approval, { credential }))).toBe('released');
  });

  it('each single byte of what will be done, sealed as it is, makes it worthless, too', async () => {
    const { device, approval } = await asked();
    const [row] = await room.test.query<{ sealed: Buffer }>(
      `SELECT sealed_payload AS sealed FROM approval.approval WHERE id = $1`,
      [approval.id],
    );
    const { sealed } = row as { sealed: Buffer };
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await write(approval, 'sealed_payload', changed);
      await room.test.query(`DELETE FROM platform.counted_try`);
      expect(await codeOf(room.approve(device, approval))).toBe('approval-stale');
    }
    expect(await room.outcome(approval)).toEqual({ status: 'pending', done: 0, acts: [] });
    await write(approval, 'sealed_payload', sealed);
    await room.test.query(`DELETE FROM platform.counted_try`);
    expect(await codeOf(room.approve(device, approval))).toBe('released');
  });

  it('the payload of another approval of the same member does not fit in', async () => {
    const { device, actor, approval } = await asked();
    const login = await room.askForLogin(actor);
    await room.test.query(
      `UPDATE approval.approval SET sealed_payload = (SELECT sealed_payload FROM approval.approval WHERE id = $2)
        WHERE id = $1`,
      [approval.id, login.id],
    );
    expect(await codeOf(room.approve(device, approval))).toBe('approval-stale');
  });
});

describe('D37 the number', () => {
  it('named wrong three times refuses the request; nobody has to sign for that', async () => {
    const { device, approval } = await asked();
    const matchNumber = approval.matchNumber === '11' ? '12' : '11';
    for (const attemptsLeft of [2, 1, 0]) {
      await expect(room.decide(device, approval, { matchNumber })).rejects.toMatchObject({
        code: 'match-number-wrong',
        params: { attemptsLeft },
      });
    }
    expect(await room.outcome(approval)).toEqual({ status: 'declined', done: 0, acts: ['approval.declined'] });
    expect(await codeOf(room.approve(device, approval))).toBe('approval-closed');
  });

  it('named wrong fifty times at once is looked at three times', async () => {
    const { device, approval } = await asked();
    const matchNumber = approval.matchNumber === '11' ? '12' : '11';
    const answers = await crowd(50, () => room.decide(device, approval, { matchNumber }));
    const codes = answers.map((answer) => (isRefusal(answer) ? answer.code : 'released'));
    expect(codes.filter((code) => code === 'match-number-wrong')).toHaveLength(3);
    expect(await room.outcome(approval)).toEqual({ status: 'declined', done: 0, acts: ['approval.declined'] });
  });
});

it('S16 a counter that goes back releases nothing and suspends the device', async () => {
  const { account, device, actor, approval } = await asked();
  device.key.counter = 9;
  await room.approve(device, approval);
  device.key.counter = 3;
  const next = await room.ask(actor);
  expect(await codeOf(room.approve(device, next))).toBe('assertion-invalid');
  expect(await room.outcome(next)).toEqual({ status: 'pending', done: 0, acts: [] });
  expect(await room.get(Devices).isUsable(device.actor.deviceId, account.id)).toBe(false);
});
