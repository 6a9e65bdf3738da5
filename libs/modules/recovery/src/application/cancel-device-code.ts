import { Injectable } from '@nestjs/common';
import { AccountRepository, PostedCodes } from '@of/identity';
import { LetterRepository, type Letter } from '@of/letters';
import { Database } from '@of/platform';
import { notFound } from '../domain/recovery.errors';
import { OrderedLetterRepository } from '../persistence/ordered-letter.repository';

/** Withdraws an order for a device code: a letter that was not made yet is not made, a code that was is worth nothing. */
@Injectable()
export class CancelDeviceCode {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly ordered: OrderedLetterRepository,
    private readonly letters: LetterRepository,
    private readonly codes: PostedCodes,
  ) {}

  /**
   * @param by the session or device that withdraws it
   * @throws DomainError `not-found` when there is no open order
   */
  async execute(owner: { accountId: string; insuredId: string }, by: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      // A letter that is being made is held, and then its account: in the same order here. Afterwards there is either no
      // letter or a code to make void.
      const letters: (Letter | null)[] = [];
      for (const letterId of await this.ordered.findOpen(tx, owner.accountId, 'device')) {
        letters.push(await this.letters.lock(tx, letterId));
      }
      await this.accounts.lock(tx, owner.accountId);
      if ((await this.ordered.close(tx, owner.accountId, 'device')).length === 0) throw notFound();
      for (const letter of letters) {
        if (letter?.state === 'ordered' || letter?.state === 'in-review') await this.letters.cancel(tx, letter.id);
        await tx.audit({
          actor: owner.accountId,
          subject: owner.insuredId,
          act: 'recovery.device-code-cancelled',
          object: letter?.id,
          details: { by },
        });
      }
      await this.codes.void(tx, owner.accountId, 'device');
    });
  }
}
