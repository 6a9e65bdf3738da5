import { randomUUID } from 'node:crypto';
import { testDatabase } from '@of/testing';
import { verifyAuditTrail } from './verify-audit-trail';

const test = testDatabase();

const record = (subject: string, act = 'registration.opened') =>
  test.database.transaction((tx) => tx.audit({ actor: 'system', subject, act }));
/** One subject is one chain. */
const chainOf = async (subject: string): Promise<number> => {
  const [row] = await test.query<{ chain: number }>(
    `SELECT DISTINCT chain FROM platform.audit_entry WHERE subject = $1`,
    [subject],
  );
  return row?.chain as number;
};
/** What only somebody with the rights of the table's owner can do. */
async function tamper(...statements: string[]): Promise<void> {
  await test.database.transaction(async (tx) => {
    await tx.query(`ALTER TABLE platform.audit_entry DISABLE TRIGGER audit_entry_append_only`);
    for (const statement of statements) await tx.query(statement);
    await tx.query(`ALTER TABLE platform.audit_entry ENABLE TRIGGER audit_entry_append_only`);
  });
}

describe('audit trail', () => {
  let chain: number;

  beforeEach(async () => {
    await tamper(`DELETE FROM platform.audit_entry`);
    for (let n = 0; n < 6; n++) await record('person-1', `registration.act-${n}`);
    chain = await chainOf('person-1');
  });

  it('S53 is written with the act or not at all', async () => {
    const act = test.database.transaction(async (tx) => {
      await tx.audit({ actor: 'system', subject: 'person-1', act: 'identity.logged-in' });
      throw new Error('the act failed');
    });
    await expect(act).rejects.toThrow('the act failed');
    expect(await test.query(`SELECT FROM platform.audit_entry WHERE content LIKE '%logged-in%'`)).toEqual([]);
    expect(await verifyAuditTrail(test.database)).toEqual([]);
  });

  it('S53 keeps actor, subject, act, result and trace in canonical JSON', async () => {
    await test.database.transaction((tx) =>
      tx.audit({
        subject: 'person-2',
        act: 'identity.logged-in',
        actor: 'a-1',
        object: 's-1',
        details: { b: 1, a: null },
      }),
    );
    const [row] = await test.query<{ content: string }>(
      `SELECT content FROM platform.audit_entry WHERE subject = 'person-2'`,
    );
    expect(row?.content).toBe(
      '{"act":"identity.logged-in","actor":"a-1","details":{"a":null,"b":1},"object":"s-1","result":"ok","subject":"person-2","trace":null}',
    );
  });

  it.each([
    [
      'edited',
      `UPDATE platform.audit_entry SET content = replace(content, 'system', 'nobody') WHERE position = 3`,
      3,
      'altered',
    ],
    [
      'given another time',
      `UPDATE platform.audit_entry SET at = at - interval '1 day' WHERE position = 2`,
      2,
      'altered',
    ],
    ['deleted', `DELETE FROM platform.audit_entry WHERE position = 4`, 4, 'missing'],
    ['deleted at the start', `DELETE FROM platform.audit_entry WHERE position = 1`, 1, 'missing'],
    [
      'deleted, with the rest moved up',
      `DELETE FROM platform.audit_entry WHERE position = 2;
       UPDATE platform.audit_entry SET position = position - 1 WHERE position > 2`,
      2,
      'altered',
    ],
    [
      'inserted',
      `INSERT INTO platform.audit_entry SELECT chain, 7, at, subject, content, hash FROM platform.audit_entry WHERE position = 6`,
      7,
      'altered',
    ],
  ])('S54 shows when a row was %s', async (_, statement, position, reason) => {
    expect(await verifyAuditTrail(test.database)).toEqual([]);
    await tamper(statement);
    expect(await verifyAuditTrail(test.database)).toEqual([{ chain, position, reason }]);
  });

  it('S54 shows when two rows changed places', async () => {
    await tamper(
      `UPDATE platform.audit_entry SET position = -1 WHERE position = 3`,
      `UPDATE platform.audit_entry SET position = 3 WHERE position = 4`,
      `UPDATE platform.audit_entry SET position = 4 WHERE position = -1`,
    );
    expect(await verifyAuditTrail(test.database)).toEqual([{ chain, position: 3, reason: 'altered' }]);
  });

  it.each([
    `UPDATE platform.audit_entry SET content = '{}'`,
    `DELETE FROM platform.audit_entry`,
    `TRUNCATE platform.audit_entry`,
  ])('S54 refuses %s', async (statement) => {
    await expect(test.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('S54 has no gaps after 8 writers wrote 400 rows at once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 50; n++) await record(randomUUID());
      }),
    );
    expect(await verifyAuditTrail(test.database)).toEqual([]);
    const [row] = await test.query<{ rows: number; heads: number }>(
      `SELECT count(*)::int AS rows, (SELECT sum(top)::int FROM (SELECT max(position) AS top FROM platform.audit_entry GROUP BY chain) t) AS heads
         FROM platform.audit_entry`,
    );
    expect(row).toEqual({ rows: 406, heads: 406 });
  });

  it('S54 verifies more rows than one page holds', async () => {
    const entries = Array.from({ length: 2_100 }, (_, n) => ({
      actor: 'system',
      subject: 'person-1',
      act: `registration.more-${n}`,
    }));
    await test.database.transaction((tx) => tx.auditAll(entries));
    expect(await verifyAuditTrail(test.database)).toEqual([]);
    await tamper(`UPDATE platform.audit_entry SET content = content || ' ' WHERE position = 2050`);
    expect(await verifyAuditTrail(test.database)).toEqual([{ chain, position: 2_050, reason: 'altered' }]);
  });
});
