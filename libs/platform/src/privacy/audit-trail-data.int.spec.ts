import { randomUUID } from 'node:crypto';
import { testDatabase } from '@of/testing';
import { AuditTrailData } from './audit-trail-data';
import { PersonalDataSources } from './personal-data-source';

const test = testDatabase();

describe('the audit trail in an export', () => {
  it('says what was done under an own account that is gone, and gives no free text of an operator', async () => {
    const [insuredId, accountId, formerId, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await test.database.transaction(async (tx) => {
      const written = (actor: string, act: `${string}.${string}`, more = {}) =>
        tx.audit({ actor, subject: insuredId, act, ...more });
      await written(formerId, 'identity.logged-in', { details: { via: 'password' } });
      await written('system', 'identity.account-locked', { details: { reason: 'said on the phone by Erika M.' } });
      await written('system', 'registration.account-erased', { object: formerId });
      await written(accountId, 'identity.logged-in');
      await written(other, 'letters.post-opened');
    });
    const data = new AuditTrailData(new PersonalDataSources(), test.database);
    const rows: object[] = [];
    for await (const part of data.export({ accountId, insuredId, level: 'full', language: 'de' }))
      if (part.kind === 'table') for await (const row of part.rows) rows.push(row);
    expect(rows).toMatchObject([
      { who: 'me', act: 'identity.logged-in', details: { via: 'password' } },
      { who: 'automatic', act: 'identity.account-locked', details: {} },
      { who: 'automatic', act: 'registration.account-erased' },
      { who: 'me', act: 'identity.logged-in', details: null },
      { who: 'somebody-else', act: 'letters.post-opened' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Erika');
  });
});
