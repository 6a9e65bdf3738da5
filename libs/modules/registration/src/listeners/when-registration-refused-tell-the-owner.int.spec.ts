import { AccountMails, AccountRepository, ContactRepository } from '@of/identity';
import { TryCounter } from '@of/platform';
import { registrationRefused } from '../domain/registration.events';
import { registrationRoom } from '../registration-room.fixture';
import { WhenRegistrationRefusedTellTheOwner } from './when-registration-refused-tell-the-owner.listener';

const room = registrationRoom();

async function account(number: number, isActive: boolean): Promise<string> {
  const { kvnr, postalCode, insuredId } = await room.person(number);
  await room.register(kvnr, postalCode);
  const [row] = await room.test.query<{ id: string }>(`SELECT id FROM identity.account WHERE insured_id = $1`, [
    insuredId,
  ]);
  const { id } = row as { id: string };
  await room.test.database.transaction(async (tx) => {
    await room.get(ContactRepository).set(tx, id, 'email', `owner-${number}@beispiel.example`);
    if (isActive) await room.get(AccountRepository).activate(tx, id);
  });
  return id;
}
const tell = (accountId: string | null) => {
  const { database, config } = room.test;
  const counter = new TryCounter(config, database);
  const listener = new WhenRegistrationRefusedTellTheOwner(
    database,
    room.get(AccountRepository),
    room.get(AccountMails),
    counter,
  );
  return listener.handle({ id: 'e', name: registrationRefused, payload: { accountId } });
};
const mails = async () => (await room.counts())['messages'];

it('B7 tells the owner of an active account by mail, once a day', async () => {
  const id = await account(1, true);
  for (let n = 0; n < 3; n++) await tell(id);
  expect(await mails()).toBe(1);
  await room.test.clock.advance('24 hours 1 second');
  await tell(id);
  expect(await mails()).toBe(2);
});

it('tells nobody where there is no active account', async () => {
  const before = await mails();
  await tell(null);
  await tell('0199a3f0-6c1e-7c3a-9f0b-3f6f1c2d4e5a');
  await tell(await account(2, false));
  expect(await mails()).toBe(before);
});
