import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database } from '@of/platform';
import type { PostboxItem, PostboxItemId, PostKind } from '../domain/postbox-item';
import { legalDates } from '../domain/rules/announcement.rule';
import { showPostOf } from './post-sight';
import { PostboxSeals } from './postbox-seals';

/** Whose post is looked at, and by whom. */
export interface PostboxView {
  readonly insuredId: string;
  readonly accountId: string;
  /** Somebody else never sees what is private: it is not found. */
  readonly isSelf: boolean;
}

export interface PostboxFilter {
  readonly query: string | null;
  readonly isUnread: boolean;
  readonly kind: PostKind | null;
  readonly from: Date | null;
  readonly before: Date | null;
}

/** An item with what stands in it. */
export interface OpenedItem extends PostboxItem {
  readonly text: string | null;
  readonly documentId: string;
  readonly isDecision: boolean;
  readonly hasInstruction: boolean;
}

interface Row {
  id: PostboxItemId;
  kind: PostKind;
  subject: Buffer;
  text: Buffer | null;
  language: 'de' | 'en';
  documentId: string;
  sentAt: Date;
  notifiedAt: Date | null;
  openedAt: Date | null;
  isRead: boolean;
  isPrivate: boolean;
  isDecision: boolean;
  hasInstruction: boolean;
  isAbroad: boolean;
  pages: number;
}

const columns = `
  i.id, i.kind, i.subject_sealed AS subject, i.language, i.document_id AS "documentId", i.sent_at AS "sentAt",
  i.notified_at AS "notifiedAt", i.is_private AS "isPrivate", i.is_decision AS "isDecision",
  i.has_instruction AS "hasInstruction", i.is_abroad AS "isAbroad", i.pages, r.read_at IS NOT NULL AS "isRead",
  (SELECT min(o.opened_at) FROM letters.postbox_reading o WHERE i.is_decision AND o.item_id = i.id) AS "openedAt"`;

const ofView = `
  FROM letters.postbox_item i
  LEFT JOIN letters.postbox_reading r ON r.item_id = i.id AND r.account_id = $2
  WHERE i.insured_id = $1 AND ($3 OR NOT i.is_private)`;

const filtered = `
  AND ($4::uuid IS NULL OR (i.sent_at, i.id) < (SELECT c.sent_at, c.id FROM letters.postbox_item c
    WHERE c.id = $4 AND c.insured_id = $1))
  AND (NOT $5 OR r.read_at IS NULL)
  AND ($6::text IS NULL OR i.kind = $6)
  AND ($7::timestamptz IS NULL OR i.sent_at >= $7) AND ($8::timestamptz IS NULL OR i.sent_at < $8)`;

const order = `ORDER BY i.sent_at DESC, i.id DESC LIMIT $9`;

const text = `, i.text_sealed AS text`;

const listSql = (more: string): string => `SELECT ${columns}${more} ${ofView} ${filtered} ${order}`;

// The words first: the hashes of one person occur in no other person's items, so few rows are left to look at.
const searchSql = (more: string, keys: number): string => `
  WITH found AS MATERIALIZED (SELECT item_id FROM letters.postbox_search
    WHERE ${Array.from({ length: keys }, (_, at) => `grams @> $${10 + at}::bigint[]`).join(' OR ')})
  SELECT ${columns}${more} ${ofView} ${filtered} AND i.id IN (SELECT item_id FROM found) ${order}`;

/** Reads items; what may be seen is part of every query. */
@Injectable()
export class PostboxItemsRepository {
  constructor(
    private readonly database: Database,
    private readonly seals: PostboxSeals,
  ) {}

  /**
   * Newest first.
   * @param page.after id of the last item of the page before
   * @param page.withText whether what stands in them is opened, too
   */
  async list(
    view: PostboxView,
    { query, isUnread, kind, from, before }: PostboxFilter,
    page: { after: string | null; limit: number; withText?: boolean },
  ): Promise<OpenedItem[]> {
    const params = [view.insuredId, view.accountId, view.isSelf, page.after, isUnread, kind, from, before, page.limit];
    const grams = query === null ? [] : this.seals.gramsLookedFor(view.insuredId, query);
    const more = page.withText ? text : '';
    const sql = grams.length === 0 ? listSql(more) : searchSql(more, grams.length);
    const rows = await this.read<Row>(view, sql, [...params, ...grams]);
    return rows.map((row) => this.toItem(row));
  }

  async find(view: PostboxView, itemId: string): Promise<OpenedItem | null> {
    const [row] = await this.read<Row>(view, `SELECT ${columns}${text} ${ofView} AND i.id = $4`, [
      view.insuredId,
      view.accountId,
      view.isSelf,
      itemId,
    ]);
    return row ? this.toItem(row) : null;
  }

  /** How many are unread; counting stops at `most`. */
  async countUnread(view: PostboxView, most: number): Promise<number> {
    const [row] = await this.read<{ count: number }>(
      view,
      `SELECT count(*)::int AS count FROM (SELECT ${ofView} AND r.read_at IS NULL LIMIT $4) unread`,
      [view.insuredId, view.accountId, view.isSelf, most],
    );
    return row?.count ?? 0;
  }

  /** Reads where the post of this person is visible and no other. */
  private read<Found>({ insuredId }: PostboxView, sql: string, params: unknown[]): Promise<Found[]> {
    return this.database.transaction(async (tx) => {
      await showPostOf(tx, insuredId);
      return tx.query<Found>(sql, params);
    });
  }

  private toItem({ notifiedAt, openedAt, isAbroad, ...row }: Row): OpenedItem {
    const dates = row.isDecision
      ? legalDates({
          notifiedOn: notifiedAt && DateOnly.fromInstant(notifiedAt),
          openedOn: openedAt && DateOnly.fromInstant(openedAt),
          isAbroad,
          hasInstruction: row.hasInstruction,
        })
      : null;
    return {
      ...row,
      subject: this.seals.openSubject(row.id, row.subject),
      text: this.seals.openText(row.id, row.text ?? null),
      announcedOn: dates?.announcedOn ?? null,
      objectionUntil: dates?.objectionUntil ?? null,
    };
  }
}
