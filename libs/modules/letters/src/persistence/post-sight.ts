import { type Tx } from '@of/platform';

/**
 * Row-level security hides all post until a transaction has said whose it may see: the second line behind the conditions
 * that every statement has anyway. What was said ends with the transaction.
 */
export async function showPostOf(tx: Tx, insuredId: string): Promise<void> {
  await tx.query(`SELECT set_config('app.subject', $1, true)`, [insuredId]);
}

/** For jobs that look at everybody's. */
export function showAllPost(tx: Tx): Promise<void> {
  return showPostOf(tx, '*');
}
