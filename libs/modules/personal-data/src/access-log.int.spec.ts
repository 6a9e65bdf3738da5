import { newId } from '@of/kernel';
import { ReadAccessLog } from './application/read-access-log.query';
import { personalDataRoom } from './personal-data-room.fixture';

const room = personalDataRoom();
const { test, get, member } = room;

const written = (actor: string, subject: string, act: string, object?: string): Promise<void> =>
  test.database.transaction((tx) => tx.audit({ actor, subject, act, ...(object ? { object } : {}) }));

describe('who did it', () => {
  it('S36 names a parent, also one whose account is gone, and never takes one’s own former account for theirs', async () => {
    const me = await member('A123456780');
    const parent = await member('Z123456783');
    const [formerParent, formerMe] = [newId(), newId()];
    const act = 'drafts.draft-begun';
    await written(formerMe, me.insuredId, act);
    await written('system', me.insuredId, 'registration.account-erased', formerMe);
    await written(formerParent, me.insuredId, act);
    await written(parent.accountId, me.insuredId, act);
    await written(me.accountId, me.insuredId, act);
    await written('core-system', me.insuredId, act);
    await written('anonymous', me.insuredId, 'registration.opened');
    const { items } = await get(ReadAccessLog).execute(me, { limit: 7, language: 'de' });
    expect(items.map(({ who, guardian }) => [who, guardian])).toEqual([
      ['not-signed-in', null],
      ['insurer', null],
      ['me', null],
      ['guardian', 'Aylin Muster'],
      ['guardian', null],
      ['automatic', null],
      ['me', null],
    ]);
  });
});
