import { Branding, MailLayout, OutgoingMessages, Sealer, TryCounter, type MailMessage } from '@of/platform';
import { identityRoom, kvnrOf } from '../identity-room.fixture';
import { AccountMails } from './account-mails';
import { TellOwnerOfBlock } from './tell-owner-of-block';

const room = identityRoom();
const wrong = { password: 'Falsch-7-Falsch!' };
let tellOwner: TellOwnerOfBlock;

beforeAll(() => {
  const { config, database } = room.test;
  const branding = new Branding();
  const messages = new OutgoingMessages(new Sealer(config));
  const mails = new AccountMails(messages, new MailLayout(branding, config), branding);
  tellOwner = new TellOwnerOfBlock(database, room.accounts, mails, new TryCounter(config, database));
});

async function events(): Promise<unknown[]> {
  const rows = await room.test.query<{ payload: unknown }>(
    `SELECT payload FROM platform.outbox_event WHERE name = 'identity.login-blocked' ORDER BY id`,
  );
  return rows.map(({ payload }) => payload);
}

async function mailsSent(): Promise<MailMessage[]> {
  const rows = await room.test.query<{ id: string; sealed: Buffer }>(
    `SELECT id, sealed FROM platform.outgoing_message ORDER BY id`,
  );
  const sealer = new Sealer(room.test.config);
  return rows.map(({ id, sealed }) => {
    const content = sealer.open(sealed, `platform.outgoing_message.sealed:${id}`).toString();
    return JSON.parse(content) as MailMessage;
  });
}

describe('the notice that log-in tries were blocked', () => {
  it('C4 S14 begins with the fifth wrong password, for known and unknown names alike', async () => {
    const account = await room.newAccount();
    for (const username of [account.kvnr, kvnrOf(98_000_001)]) {
      for (let n = 0; n < 4; n++) await expect(room.attempt({ username, ...wrong })).rejects.toThrow('login-failed');
    }
    expect(await events()).toEqual([]);
    for (const username of [account.kvnr, kvnrOf(98_000_001)]) {
      await expect(room.attempt({ username, ...wrong })).rejects.toThrow('login-failed');
      await expect(room.attempt({ username, ...wrong })).rejects.toThrow('too-many-requests');
    }
    expect(await events()).toEqual([{ accountId: account.id }, { accountId: null }]);
  });

  it('C4 goes to the verified address, once a day', async () => {
    const account = await room.newAccount();
    await tellOwner.execute(account.id);
    expect(await mailsSent()).toEqual([]);

    await room.test.database.transaction((tx) => room.contacts.set(tx, account.id, 'email', 'owner@post.example'));
    await tellOwner.execute(account.id);
    await tellOwner.execute(account.id);
    const [mail, ...others] = await mailsSent();
    expect(mail).toMatchObject({ to: 'owner@post.example', subject: 'Mehrere falsche Passwörter für Ihren Zugang' });
    expect(others).toEqual([]);
  });
});
