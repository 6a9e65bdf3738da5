import { parseId, ValidationError } from '@of/kernel';

export interface PageRequest {
  readonly limit: number;
  /** Id of the last row of the page before. */
  readonly cursor?: string;
}

export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
}

/**
 * One page of rows whose ids grow with time. One row more than asked for tells whether there is another page.
 * @throws ValidationError with `cursor-invalid`
 */
export async function pageOf<Row extends { id: string }>(
  { limit, cursor }: PageRequest,
  read: (part: { before: string | null; limit: number }) => Promise<Row[]>,
): Promise<Page<Row>> {
  if (cursor !== undefined && !parseId(cursor))
    throw new ValidationError([{ pointer: '/cursor', code: 'cursor-invalid' }]);
  const rows = await read({ before: cursor ?? null, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
