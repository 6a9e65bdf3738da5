import { type Account } from '../persistence/account.repository';
import { identityRoom } from '../identity-room.fixture';

const room = identityRoom();
const EMAIL = 'erika@beispiel.example';

const order = (account: Account, target = EMAIL) =>
  room.test.database.transaction((tx) =>
    room.sentCodes.order(tx, { accountId: account.id, purpose: 'confirm-email', target }),
  );
const mint = (id: string) => room.test.database.transaction((tx) => room.sentCodes.mint(tx, id));
const issue = async (account: Account, target = EMAIL) => (await mint(await order(account, target)))?.code as string;
const redeem = (account: Account, code: string) =>
  room.sentCodes
    .redeem(account.id, 'confirm-email', code, (_tx, target) => Promise.resolve(target))
    .catch((error: unknown) => error);
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

beforeEach(() => room.test.clock.reset());

describe('SentCodes', () => {
  it('C13 has six figures and opens once for the address it was sent to', async () => {
    const account = await room.newAccount();
    const code = await issue(account);
    expect(code).toMatch(/^\d{6}$/);
    expect(await redeem(account, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(EMAIL);
    expect(await redeem(account, code)).toMatchObject({ code: 'code-invalid' });
  });

  it('S05 works for ten minutes from sending', async () => {
    const account = await room.newAccount();
    const code = await issue(account);
    await room.test.clock.advance('10 minutes 1 second');
    expect(await redeem(account, code)).toMatchObject({ code: 'code-expired' });
    await room.test.clock.advance('-3 seconds');
    expect(await redeem(account, code)).toBe(EMAIL);
  });

  it('S05 is burnt by five wrong entries', async () => {
    const account = await room.newAccount();
    const code = await issue(account);
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await redeem(account, wrongFor(code))).toMatchObject({
        code: 'code-invalid',
        params: { attemptsLeft: left },
      });
    }
    expect(await redeem(account, code)).toMatchObject({ code: 'code-void' });
  });

  it('S07 evaluates at most five of 200 parallel guesses; 30 right ones open once', async () => {
    const account = await room.newAccount();
    const code = await issue(account);
    const verify = jest.spyOn(room.sentCodes['hasher'], 'verify');
    await Promise.all(Array.from({ length: 200 }, () => redeem(account, wrongFor(code))));
    expect(verify.mock.calls.length).toBeLessThanOrEqual(5);
    verify.mockRestore();

    const other = await room.newAccount();
    const right = await issue(other);
    const answers = await Promise.all(Array.from({ length: 30 }, () => redeem(other, right)));
    expect(answers.filter((answer) => answer === EMAIL)).toHaveLength(1);
  });

  it('is void when a newer one is ordered', async () => {
    const account = await room.newAccount();
    const older = await issue(account);
    const newer = await issue(account, 'neu@beispiel.example');
    if (older !== newer) expect(await redeem(account, older)).toMatchObject({ code: 'code-invalid' });
    expect(await redeem(account, newer)).toBe('neu@beispiel.example');
  });

  it('is minted once, by the job that sends it', async () => {
    const account = await room.newAccount();
    const id = await order(account);
    expect(await redeem(account, '000000')).toMatchObject({ code: 'code-invalid' });
    expect(await mint(id)).toMatchObject({ target: EMAIL });
    expect(await mint(id)).toBeNull();
    const voided = await order(account);
    await order(account);
    expect(await mint(voided)).toBeNull();
  });

  it('S06 keeps the code out of event and row', async () => {
    const account = await room.newAccount();
    const id = await order(account);
    const code = (await mint(id))?.code as string;
    const [row] = await room.test.query<{ text: string }>(
      `SELECT (SELECT string_agg(payload::text, ' ') FROM platform.outbox_event WHERE payload->>'sentCodeId' = $1)
            || (SELECT s::text FROM identity.sent_code s WHERE id = $1::uuid) AS text`,
      [id],
    );
    expect(row?.text).toContain(id);
    expect(
      row?.text
        .replaceAll(id, '')
        .replace(/\$2b\S+/, '')
        .replace(/\.\d+/g, ''),
    ).not.toContain(code);
  });

  it('is ordered at most six times an hour', async () => {
    const account = await room.newAccount();
    for (let n = 0; n < 6; n++) await room.sentCodes.assertMayOrder(account.id);
    await expect(room.sentCodes.assertMayOrder(account.id)).rejects.toMatchObject({ code: 'too-many-requests' });
    await room.test.clock.advance('1 hour 1 second');
    await room.sentCodes.assertMayOrder(account.id);
  });
});
