import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { type Tx } from '@of/platform';
import { expectedBy } from '../domain/delivery-time';
import type { DeliveredPost } from '../domain/delivered-post';
import { letterOrdered } from '../domain/letter.events';
import type { LetterId } from '../domain/letter';
import { today } from '../persistence/calendar';
import { LetterRepository } from '../persistence/letter.repository';

/**
 * Post for somebody who cannot read it online: the delivered PDF goes to the print provider as it is. Whoever made it put the
 * address into its window (DIN 5008 form B); we neither add a page nor a code.
 */
@Injectable()
export class SendPostAsLetter {
  constructor(private readonly letters: LetterRepository) {}

  async execute(
    tx: Tx,
    { sender, insuredId, post, pages }: { sender: string; insuredId: string; post: DeliveredPost; pages: number },
  ): Promise<LetterId> {
    const id = newId<'Letter'>();
    await this.letters.insert(tx, {
      id,
      accountId: null,
      insuredId,
      purpose: 'post',
      language: post.language,
      state: 'ordered',
      expectedBy: String(expectedBy(await today(tx), false)),
    });
    const sha256 = createHash('sha256').update(post.pdf).digest('hex');
    await this.letters.storeRendered(tx, id, { pdf: post.pdf, pages, sha256, validUntil: null });
    await tx.audit({
      actor: sender,
      subject: insuredId,
      act: 'letters.post-sent-as-letter',
      object: id,
      details: { kind: post.kind },
    });
    await tx.publish(letterOrdered(id));
    return id;
  }
}
