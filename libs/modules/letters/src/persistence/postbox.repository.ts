import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import type { DeliveredPost } from '../domain/delivered-post';
import type { PostboxItemId } from '../domain/postbox-item';
import { showPostOf } from './post-sight';
import { PostboxSeals } from './postbox-seals';

/** Namespace of the advisory locks that put deliveries under one reference in a row. */
const DELIVERY_LOCK = 7311;

/** What a reference stands for. */
export interface KnownDelivery {
  readonly contentHash: Buffer;
  readonly itemId: PostboxItemId | null;
  readonly letterId: string | null;
}

export interface NewItem {
  readonly id: PostboxItemId;
  readonly insuredId: string;
  readonly post: DeliveredPost;
  readonly documentId: string;
  readonly pages: number;
  readonly isAbroad: boolean;
}

/** Writes what was delivered. */
@Injectable()
export class PostboxRepository {
  constructor(private readonly seals: PostboxSeals) {}

  /** Waits for another delivery under the same reference. */
  async findDelivery(tx: Tx, sender: string, reference: string): Promise<KnownDelivery | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(${DELIVERY_LOCK}, hashtext($1))`, [`${sender}\n${reference}`]);
    const [row] = await tx.query<KnownDelivery>(
      `SELECT content_hash AS "contentHash", item_id AS "itemId", letter_id AS "letterId"
         FROM letters.delivery WHERE sender = $1 AND reference = $2`,
      [sender, reference],
    );
    return row ?? null;
  }

  async rememberDelivery(tx: Tx, sender: string, reference: string, delivery: KnownDelivery): Promise<void> {
    await tx.query(
      `INSERT INTO letters.delivery (sender, reference, content_hash, item_id, letter_id) VALUES ($1, $2, $3, $4, $5)`,
      [sender, reference, delivery.contentHash, delivery.itemId, delivery.letterId],
    );
  }

  async insert(tx: Tx, { id, insuredId, post, documentId, pages, isAbroad }: NewItem): Promise<void> {
    await showPostOf(tx, insuredId);
    await tx.query(
      `INSERT INTO letters.postbox_item
         (id, insured_id, kind, subject_sealed, text_sealed, language, document_id, pages, is_decision,
          has_instruction, is_abroad)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        insuredId,
        post.kind,
        this.seals.sealSubject(id, post.subject),
        this.seals.sealText(id, post.text),
        post.language,
        documentId,
        pages,
        post.isDecision,
        post.hasInstruction,
        isAbroad,
      ],
    );
    await tx.query(`INSERT INTO letters.postbox_search (item_id, grams) VALUES ($1, $2)`, [
      id,
      this.seals.grams(insuredId, `${post.subject}\n${post.text ?? ''}`),
    ]);
  }

  async expectNotice(tx: Tx, itemId: PostboxItemId, accountIds: readonly string[]): Promise<void> {
    await tx.query(`INSERT INTO letters.postbox_notice (item_id, account_id) SELECT $1, unnest($2::uuid[])`, [
      itemId,
      accountIds,
    ]);
  }

  /** @returns false when there is no such item of this person */
  async setPrivate(tx: Tx, insuredId: string, itemId: string, isPrivate: boolean): Promise<boolean> {
    await showPostOf(tx, insuredId);
    const rows = await tx.query(
      `UPDATE letters.postbox_item SET is_private = $3 WHERE id = $1 AND insured_id = $2 RETURNING id`,
      [itemId, insuredId, isPrivate],
    );
    return rows.length > 0;
  }

  /** What an account has read and been told goes with it; the post itself belongs to the insurance. */
  async eraseOfAccount(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM letters.postbox_reading WHERE account_id = $1`, [accountId]);
    await tx.query(`DELETE FROM letters.postbox_notice WHERE account_id = $1`, [accountId]);
  }

  async hasAny(tx: Tx, insuredId: string): Promise<boolean> {
    await showPostOf(tx, insuredId);
    const rows = await tx.query(`SELECT FROM letters.postbox_item WHERE insured_id = $1 LIMIT 1`, [insuredId]);
    return rows.length > 0;
  }
}
