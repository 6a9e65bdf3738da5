import { testDatabase } from '@of/testing';
import { databaseFault } from './sqlstate';
import { refuseSandboxInProduction } from './sandbox';
import { migrateDatabase } from './migrate';
import { createDataSource } from './data-source';

const test = testDatabase();

beforeAll(() => test.query(`CREATE TABLE public.account_of_test (id int PRIMARY KEY, amount int NOT NULL)`));
beforeEach(() => test.query(`DELETE FROM public.account_of_test`));
const amounts = () => test.query<{ id: number; amount: number }>(`SELECT * FROM public.account_of_test ORDER BY id`);

describe('Database.transaction', () => {
  it('commits all or nothing', async () => {
    await test.database.transaction((tx) => tx.query(`INSERT INTO public.account_of_test VALUES (1, 10)`));
    const failing = test.database.transaction(async (tx) => {
      await tx.query(`UPDATE public.account_of_test SET amount = 20`);
      await tx.publish({ name: 'test.changed', payload: {} });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await amounts()).toEqual([{ id: 1, amount: 10 }]);
    expect(await test.query(`SELECT FROM platform.outbox_event`)).toEqual([]);
  });

  it('tries again after a deadlock', async () => {
    await test.query(`INSERT INTO public.account_of_test VALUES (1, 0), (2, 0)`);
    let tries = 0;
    const move = (first: number, second: number) =>
      test.database.transaction(async (tx) => {
        tries += 1;
        await tx.query(`UPDATE public.account_of_test SET amount = amount + 1 WHERE id = $1`, [first]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.query(`UPDATE public.account_of_test SET amount = amount + 1 WHERE id = $1`, [second]);
      });
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(tries).toBeGreaterThan(2);
    expect(await amounts()).toEqual([
      { id: 1, amount: 2 },
      { id: 2, amount: 2 },
    ]);
  });

  it('gives up after four tries, as unavailable for now', async () => {
    let tries = 0;
    const failing = test.database.transaction(async (tx) => {
      tries += 1;
      await tx.query(`DO $$ BEGIN RAISE 'conflict' USING ERRCODE = '40001'; END $$`);
    });
    await expect(failing).rejects.toMatchObject({ code: '40001' });
    expect(tries).toBe(4);
  });

  it('survives a connection that the server ends, and puts it back into no pool', async () => {
    const killed = test.database.transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }>(`SELECT pg_backend_pid() AS pid`);
      await test.query(`SELECT pg_terminate_backend($1)`, [row?.pid]);
      await tx.query(`SELECT 1`);
    });
    const error: unknown = await killed.catch((reason: unknown) => reason);
    expect(databaseFault(error)).toBe('unavailable');
    await Promise.all(Array.from({ length: 25 }, () => test.query(`SELECT 1`)));
  });

  it('S38 values PostgreSQL refuses are bad data, never a bug', async () => {
    for (const [sql, value] of [
      [`SELECT $1::uuid`, 'x'],
      [`SELECT $1::int`, '99999999999'],
      [`SELECT $1::date`, '2026-02-30'],
      [`SELECT $1::text`, 'a\u0000'],
      [`SELECT $1::jsonb`, '{"a":"\\u0000"}'],
      [`SELECT $1::jsonb`, '{"a":"\\ud800"}'],
    ] as const) {
      const error: unknown = await test.query(sql, [value]).catch((reason: unknown) => reason);
      expect(databaseFault(error)).toBe('bad-data');
    }
  });

  it('S35 a condition that is undefined throws instead of matching the first row', () => {
    expect(test.dataSource.options).toMatchObject({
      synchronize: false,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    });
  });

  it('S58 limits every statement, lock and idle transaction', async () => {
    const settings = await test.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
        WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`,
    );
    expect(settings.map(({ setting }) => setting)).toEqual(['10000', '2000', '5000']);
  });
});

describe('the clock', () => {
  it('moves in a sandbox', async () => {
    await test.clock.set('2026-12-31T23:30:00Z');
    const [row] = await test.query<{ today: string }>(`SELECT platform.today()::text AS today`);
    expect(row?.today).toBe('2027-01-01');
    await test.clock.reset();
  });

  it('of a sandbox is refused by a production', async () => {
    await expect(refuseSandboxInProduction(test.dataSource)).rejects.toThrow('sandbox');
  });

  it('of an ordinary database is accepted', async () => {
    await test.query(`ALTER SCHEMA sandbox RENAME TO somewhere_else`);
    await refuseSandboxInProduction(test.dataSource);
    await test.query(`ALTER SCHEMA somewhere_else RENAME TO sandbox`);
  });
});

it('migrates at most once, also when four migrate at the same time', async () => {
  const done = await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(test.url, [], true)));
  expect(done.flat()).toEqual([]);
  const other = await createDataSource({ url: test.url, poolSize: 2 }).initialize();
  await other.destroy();
});
