import { DateOnly } from '@of/kernel';
import { type Database } from '@of/platform';

/** The calendar day in Germany by the clock of the database. */
export async function today(database: Database): Promise<DateOnly> {
  const [row] = await database.read<{ today: string }>('applications.today', `SELECT platform.today()::text AS today`);
  return DateOnly.parse(row?.today);
}
