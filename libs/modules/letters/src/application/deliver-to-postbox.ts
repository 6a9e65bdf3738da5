import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { StoreDocument, type WrittenDocument } from '@of/documents';
import { newId } from '@of/kernel';
import { Database, OpenAccounts, type OpenAccount, type Tx } from '@of/platform';
import { checkPost, type DeliveredPost } from '../domain/delivered-post';
import { referenceReused } from '../domain/postbox.errors';
import type { PostboxItemId } from '../domain/postbox-item';
import { today } from '../persistence/calendar';
import { PostboxRepository } from '../persistence/postbox.repository';
import { countPages } from './count-pages';
import { PostRecipients } from './post-recipients';
import { SendPostAsLetter } from './send-post-as-letter';

export interface Delivery {
  /** Who delivers: a machine client, or an operator. */
  readonly sender: string;
  /** The sender's own number for it. The same one again changes nothing. */
  readonly reference: string;
  readonly insuredId: string;
  readonly post: DeliveredPost;
}

/** Where it is now; the letter where nobody could read it online. */
export interface Delivered {
  readonly itemId: string | null;
  readonly letterId: string | null;
  /** True when it had been delivered before. */
  readonly isRepeated: boolean;
}

/**
 * Puts post of the insurer into a person's postbox. Where neither the person nor whoever acts for them has an open account,
 * it becomes a letter in the same transaction: post never lies where nobody can read it. A decision also takes a second factor
 * on their side: its period would run while they stand before a locked postbox.
 */
@Injectable()
export class DeliverToPostbox {
  constructor(
    private readonly database: Database,
    private readonly postbox: PostboxRepository,
    private readonly accounts: OpenAccounts,
    private readonly persons: PostRecipients,
    private readonly documents: StoreDocument,
    private readonly letters: SendPostAsLetter,
  ) {}

  /** @throws ValidationError, DomainError `delivery-reference-reused`, `not-found` when there is no such person */
  async execute({ sender, reference, insuredId, post: given }: Delivery): Promise<Delivered> {
    const post = checkPost(given, reference);
    const pages = await countPages(post.pdf);
    const { isAbroad, guardians } = await this.persons.find(insuredId);
    const contentHash = hashOf(insuredId, post);
    const persons = [insuredId, ...guardians];
    const isReadable = (accounts: OpenAccount[]) =>
      readersAmong(accounts, insuredId).some(({ hasDevice }) => hasDevice || !post.isDecision);
    // Written before, so that no transaction waits for the store. Whoever comes to have an account meanwhile gets a letter.
    const isForPostbox = await this.database.transaction(
      async (tx) =>
        !(await this.postbox.findDelivery(tx, sender, reference)) && isReadable(await this.accounts.hold(tx, persons)),
    );
    const written = isForPostbox ? await this.documents.write([post.pdf]) : null;
    return this.database.transaction(async (tx) => {
      const known = await this.postbox.findDelivery(tx, sender, reference);
      if (known) {
        if (!known.contentHash.equals(contentHash)) throw referenceReused();
        return { itemId: known.itemId, letterId: known.letterId, isRepeated: true };
      }
      const accounts = await this.accounts.hold(tx, persons);
      const readers = readersAmong(accounts, insuredId);
      const target =
        written && isReadable(accounts)
          ? {
              itemId: await this.put(tx, { sender, insuredId, post, pages, isAbroad, readers, written }),
              letterId: null,
            }
          : { itemId: null, letterId: await this.letters.execute(tx, { sender, insuredId, post, pages }) };
      await this.postbox.rememberDelivery(tx, sender, reference, { contentHash, ...target });
      return { ...target, isRepeated: false };
    });
  }

  private async put(tx: Tx, item: NewPost): Promise<PostboxItemId> {
    const { insuredId, post, readers, sender, written } = item;
    const id = newId<'PostboxItem'>();
    const title = await titleOf(tx);
    await this.documents.insert(tx, written, { subject: insuredId, title, mediaType: 'application/pdf' });
    await this.postbox.insert(tx, { ...item, id, documentId: written.documentId });
    await this.postbox.expectNotice(
      tx,
      id,
      readers.map(({ accountId }) => accountId),
    );
    await tx.audit({
      actor: sender,
      subject: insuredId,
      act: 'letters.post-delivered',
      object: id,
      details: { kind: post.kind },
    });
    return id;
  }
}

interface NewPost {
  sender: string;
  insuredId: string;
  post: DeliveredPost;
  pages: number;
  isAbroad: boolean;
  readers: OpenAccount[];
  written: WrittenDocument;
}

/** Whoever has an own account is told; for somebody without one, those who act for them. */
function readersAmong(accounts: OpenAccount[], insuredId: string): OpenAccount[] {
  const own = accounts.filter((account) => account.insuredId === insuredId);
  return own.length > 0 ? own : accounts;
}

function hashOf(insuredId: string, { pdf, ...rest }: DeliveredPost): Buffer {
  const words = [insuredId, rest.kind, rest.subject, rest.text, rest.language, rest.isDecision, rest.hasInstruction];
  return createHash('sha256').update(JSON.stringify(words)).update(pdf).digest();
}

/** The subject may tell about an illness; it is sealed in the item and does not become the name of a file. */
async function titleOf(tx: Tx): Promise<string> {
  return `Brief vom ${(await today(tx)).format('de')}`;
}
