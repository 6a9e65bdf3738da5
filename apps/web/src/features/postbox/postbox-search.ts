import type { PostKind } from '@of/api-client';
import type { PostboxFilter } from './api/postbox.api';

/** What stands in the address of the list, so that the way back leads to what one saw. */
export interface PostboxSearch {
  suche?: string;
  ungelesen?: true;
  jahr?: number;
  art?: PostKind;
}

const kinds: readonly string[] = ['decision', 'letter', 'certificate', 'information'] satisfies PostKind[];

/** Reads the address; what makes no sense is left out. */
export function readPostboxSearch(search: Record<string, unknown>): PostboxSearch {
  const words =
    typeof search['suche'] === 'string' || typeof search['suche'] === 'number' ? String(search['suche']) : '';
  const year = Number(search['jahr']);
  const kind = search['art'];
  return {
    ...(words.trim() ? { suche: words.trim().slice(0, 100) } : {}),
    ...(search['ungelesen'] === true || search['ungelesen'] === 'true' ? { ungelesen: true as const } : {}),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2099 ? { jahr: year } : {}),
    ...(typeof kind === 'string' && kinds.includes(kind) ? { art: kind as PostKind } : {}),
  };
}

export function filterOf({ suche, ungelesen, jahr, art }: PostboxSearch): PostboxFilter {
  return {
    ...(suche ? { query: suche } : {}),
    ...(ungelesen ? { unread: true } : {}),
    ...(jahr ? { year: jahr } : {}),
    ...(art ? { kind: art } : {}),
  };
}
