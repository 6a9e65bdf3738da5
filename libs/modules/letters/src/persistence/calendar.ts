import { DateOnly } from '@of/kernel';
import { type Tx } from '@of/platform';

/** The calendar day in Germany by the clock of the database. */
export async function today(tx: Tx): Promise<DateOnly> {
  const [row] = await tx.query<{ today: string }>(`SELECT platform.today()::text AS today`);
  return DateOnly.parse(row?.today);
}

export async function currentInstant(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>(`SELECT platform.now() AS now`);
  return row?.now as Date;
}
