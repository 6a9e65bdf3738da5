import { Injectable } from '@nestjs/common';
import { PostboxItemsRepository, type PostboxView } from '../persistence/postbox-items.repository';

/** Counting stops here: a badge shows "9+". */
const MOST = 10;

/** How many items are unread, for the badge. It says that something is there, never what. */
@Injectable()
export class CountUnreadPost {
  constructor(private readonly items: PostboxItemsRepository) {}

  execute(view: PostboxView): Promise<number> {
    return this.items.countUnread(view, MOST);
  }
}
