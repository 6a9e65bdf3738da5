import { Injectable } from '@nestjs/common';
import { AccountLifeRepository } from '@of/identity';
import { ReadCoverEnd } from '@of/membership';
import { type Tx } from '@of/platform';

/** A new account learns until when its owner is insured. */
@Injectable()
export class NoteCoverEnd {
  constructor(
    private readonly covers: ReadCoverEnd,
    private readonly accounts: AccountLifeRepository,
  ) {}

  async execute(tx: Tx, insuredId: string): Promise<void> {
    await this.accounts.setCoverEnds(tx, [await this.covers.execute(tx, insuredId)]);
  }
}
