import { Injectable } from '@nestjs/common';
import { DateOnly, parseId } from '@of/kernel';
import type { PostboxItem, PostKind } from '../domain/postbox-item';
import { cursorInvalid } from '../domain/postbox.errors';
import { PostboxItemsRepository, type PostboxView } from '../persistence/postbox-items.repository';

export interface PostboxSearch {
  readonly query?: string;
  readonly isUnread?: boolean;
  readonly kind?: PostKind;
  /** Calendar year in Germany in which it was sent. */
  readonly year?: number;
  readonly cursor?: string;
  readonly limit: number;
}

/** A person's post, the newest first. */
@Injectable()
export class ListPostbox {
  constructor(private readonly items: PostboxItemsRepository) {}

  /** @throws ValidationError with `cursor-invalid` */
  async execute(
    view: PostboxView,
    { query, isUnread, kind, year, cursor, limit }: PostboxSearch,
  ): Promise<{ items: PostboxItem[]; nextCursor: string | null }> {
    const after = cursor === undefined ? null : parseId(cursor);
    if (cursor !== undefined && !after) throw cursorInvalid();
    const filter = {
      query: query ?? null,
      isUnread: isUnread ?? false,
      kind: kind ?? null,
      from: startOf(year),
      before: startOf(year === undefined ? undefined : year + 1),
    };
    const found = await this.items.list(view, filter, { after, limit: limit + 1 });
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}

function startOf(year: number | undefined): Date | null {
  return year === undefined ? null : DateOnly.parse(`${year}-01-01`).startInstant();
}
