import type { DateOnly, Id } from '@of/kernel';

export type PostboxItemId = Id<'PostboxItem'>;

export const postKinds = ['decision', 'letter', 'certificate', 'information'] as const;

/** What lies in the postbox: a decision (Bescheid), a letter, a certificate, or something to know. */
export type PostKind = (typeof postKinds)[number];

/** One item, as a list shows it. Read and unread are those of the account that looks. */
export interface PostboxItem {
  readonly id: PostboxItemId;
  readonly kind: PostKind;
  readonly subject: string;
  readonly language: 'de' | 'en';
  readonly sentAt: Date;
  readonly isRead: boolean;
  readonly isPrivate: boolean;
  readonly pages: number;
  /** The day on which it counts as announced; null for what has no legal effect, or while it is not announced. */
  readonly announcedOn: DateOnly | null;
  /** Last day for an objection. */
  readonly objectionUntil: DateOnly | null;
}
