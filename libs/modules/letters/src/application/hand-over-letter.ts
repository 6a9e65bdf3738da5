import { Injectable } from '@nestjs/common';
import { GetPersonCard } from '@of/membership';
import { Database } from '@of/platform';
import { LetterRepository } from '../persistence/letter.repository';
import { PrintService } from './ports/print-service';

/**
 * Gives a rendered letter to the print provider: exactly the bytes that were rendered, under a name that never changes.
 * The row stays locked meanwhile, so that two workers never write one letter at a time. Repeating it does no harm.
 */
@Injectable()
export class HandOverLetter {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterRepository,
    private readonly persons: GetPersonCard,
    private readonly printService: PrintService,
  ) {}

  async execute(letterId: string): Promise<void> {
    const known = await this.letters.find(letterId);
    if (known?.state !== 'rendered') return;
    const { kvnr, externalId } = await this.persons.execute(known.insuredId);
    await this.database.transaction(async (tx) => {
      const letter = await this.letters.lockFinished(tx, letterId);
      if (!letter) return;
      const { id, purpose, pages, sha256 } = letter;
      const createdAt = letter.createdAt.toISOString();
      await this.printService.handOver(
        { letterId: id, purpose, kvnr, externalId, createdAt, pages, sha256 },
        letter.pdf,
      );
      await this.letters.markHandedOver(tx, id);
      await tx.audit({ actor: 'system', subject: letter.insuredId, act: 'letters.letter-handed-over', object: id });
    });
  }
}
