import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database } from '@of/platform';
import { letterPosted } from '../domain/letter.events';
import { letterRulesOn } from '../domain/letter-rules';
import { today } from '../persistence/calendar';
import { LetterRepository } from '../persistence/letter.repository';

/** Takes letters as posted about which the print provider has been silent for as long as the rules say. */
@Injectable()
export class AssumePosted {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterRepository,
  ) {}

  async execute(): Promise<void> {
    while ((await this.assumeSome()) > 0);
  }

  private assumeSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { assumedPostedAfterDays } = letterRulesOn(await today(tx));
      const assumed = await this.letters.assumePosted(tx, assumedPostedAfterDays);
      for (const { id, insuredId, postedAt } of assumed) {
        await tx.publish(letterPosted(id, DateOnly.fromInstant(postedAt)));
        await tx.audit({ actor: 'system', subject: insuredId, act: 'letters.letter-assumed-posted', object: id });
      }
      return assumed.length;
    });
  }
}
