import { Injectable } from '@nestjs/common';
import { AccountRepository, PostedCodes } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { LetterComposer, type LetterContent, type LetterInHand } from '@of/letters';
import { AppConfig, type Tx } from '@of/platform';

/** Mints the code for a new device in the transaction that stores the sealed letter. */
@Injectable()
export class DeviceLetterComposer extends LetterComposer {
  readonly purpose = 'device';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly codes: PostedCodes,
    private readonly config: AppConfig,
  ) {
    super();
  }

  /** Nothing to write when the account was locked, deactivated or deleted in the meantime. */
  async compose(tx: Tx, letter: LetterInHand): Promise<LetterContent | null> {
    if (!(await this.accounts.mayAct(tx, letter.accountId))) return null;
    const code = await this.codes.mint(tx, {
      accountId: letter.accountId,
      purpose: this.purpose,
      letterId: letter.id,
      validUntil: DateOnly.parse(letter.validUntil),
    });
    // Behind "#": browsers never send that part to a server.
    return { code, codeUrl: `${this.config.companionOrigin}/einrichten#code=${code}` };
  }
}
