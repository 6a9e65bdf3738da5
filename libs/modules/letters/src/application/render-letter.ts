import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { GetPostalAddress, type PostalAddress } from '@of/membership';
import { Database, type Tx } from '@of/platform';
import type { Letter } from '../domain/letter';
import { printedValidUntil } from '../domain/letter-rules';
import { mayBecome } from '../domain/letter-state';
import { today } from '../persistence/calendar';
import { LetterRepository } from '../persistence/letter.repository';
import { LetterComposers } from './letter-composers';
import { Letterhead } from './letterhead';
import { Typesetter } from './ports/typesetter';

/**
 * Makes the PDF of an ordered letter, once. The secret's hash (the composer's), the sealed PDF and the new state are
 * committed together: a crash before leaves nothing, after it the same bytes are there to be handed over.
 */
@Injectable()
export class RenderLetter {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterRepository,
    private readonly addresses: GetPostalAddress,
    private readonly composers: LetterComposers,
    private readonly typesetter: Typesetter,
    private readonly letterhead: Letterhead,
  ) {}

  async execute(letterId: string): Promise<void> {
    const known = await this.letters.find(letterId);
    if (!known || !mayBecome(known.state, 'rendered')) return;
    const recipient = await this.addresses.execute(known.insuredId);
    await this.database.transaction(async (tx) => {
      const letter = await this.letters.lock(tx, letterId);
      const accountId = letter?.accountId;
      // Post without an account arrives rendered and never comes by here.
      if (letter && accountId && mayBecome(letter.state, 'rendered')) {
        await this.render(tx, { ...letter, accountId }, recipient);
      }
    });
  }

  private async render(tx: Tx, letter: Letter & { accountId: string }, recipient: PostalAddress): Promise<void> {
    const day = await today(tx);
    const validUntil = String(printedValidUntil(day));
    const content = await this.composers.of(letter.purpose).compose(tx, { ...letter, validUntil });
    const entry = { actor: 'system', subject: letter.insuredId, object: letter.id };
    if (!content) {
      await this.letters.cancel(tx, letter.id);
      await tx.audit({ ...entry, act: 'letters.letter-cancelled' });
      return;
    }
    const { pdf, pages } =
      'pdf' in content
        ? content
        : await this.typesetter.typeset(
            this.letterhead.sheet({ letter, content, recipient, date: String(day), validUntil }),
          );
    await this.letters.storeRendered(tx, letter.id, {
      pdf,
      pages,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      validUntil,
    });
    await tx.audit({ ...entry, act: 'letters.letter-rendered' });
  }
}
