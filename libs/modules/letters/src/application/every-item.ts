import { DateOnly } from '@of/kernel';
import { entryName } from '@of/platform';
import type { OpenedItem, PostboxItemsRepository, PostboxView } from '../persistence/postbox-items.repository';

const PAGE = 100;
const everything = { query: null, isUnread: false, kind: null, from: null, before: null } as const;

/** All that a view shows, newest first, a page at a time. The names of the files are the same each time it is walked through. */
export async function* everyItem(
  items: PostboxItemsRepository,
  view: PostboxView,
  { withText = false } = {},
): AsyncGenerator<{ item: OpenedItem; file: string }> {
  let after: string | null = null;
  for (let number = 0; ;) {
    const page: OpenedItem[] = await items.list(view, everything, { after, limit: PAGE, withText });
    for (const item of page) yield { item, file: nameOf(item, ++number) };
    if (page.length < PAGE) return;
    after = page.at(-1)?.id ?? null;
  }
}

function nameOf({ sentAt, subject }: OpenedItem, number: number): string {
  return entryName(`${DateOnly.fromInstant(sentAt)} ${subject}`, { number, extension: 'pdf' });
}
