import { Injectable } from '@nestjs/common';
import { AccountRepository, PostedCodes } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { LetterComposer, type LetterContent, type LetterInHand } from '@of/letters';
import { AppConfig, type Tx } from '@of/platform';

/** Mints the activation code in the transaction that stores the sealed letter. */
@Injectable()
export class RegistrationLetterComposer extends LetterComposer {
  readonly purpose = 'registration';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly codes: PostedCodes,
    private readonly config: AppConfig,
  ) {
    super();
  }

  /** Nothing to write when the account was activated or deleted in the meantime. */
  async compose(tx: Tx, letter: LetterInHand): Promise<LetterContent | null> {
    // Held, so that it is not activated while a code is made that would be worth nothing.
    const account = await this.accounts.hold(tx, letter.accountId);
    if (account?.state !== 'applied') return null;
    const code = await this.codes.mint(tx, {
      accountId: letter.accountId,
      purpose: this.purpose,
      letterId: letter.id,
      validUntil: DateOnly.parse(letter.validUntil),
    });
    // Behind "#": browsers never send that part to a server.
    return { code, codeUrl: `${this.config.publicOrigin}/freischalten#code=${code}` };
  }
}
