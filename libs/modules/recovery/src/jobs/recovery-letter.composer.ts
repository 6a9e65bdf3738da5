import { AccountRepository, PostedCodes } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { LetterComposer, type LetterContent, type LetterInHand } from '@of/letters';
import { type Tx } from '@of/platform';

/** Mints a code in the transaction that stores the sealed letter. */
export class RecoveryLetterComposer extends LetterComposer {
  /** @param page where the QR code leads; the code stands behind "#", which browsers never send to a server */
  constructor(
    readonly purpose: 'device' | 'reset',
    private readonly page: string,
    private readonly accounts: AccountRepository,
    private readonly codes: PostedCodes,
  ) {
    super();
  }

  /** Nothing to write to somebody who may not come in, or for a device of an account that is not open yet. */
  async compose(tx: Tx, letter: LetterInHand): Promise<LetterContent | null> {
    const account = await this.accounts.hold(tx, letter.accountId);
    if (!account || account.isLocked || account.state === 'deactivated') return null;
    if (this.purpose === 'device' && account.state !== 'active') return null;
    const code = await this.codes.mint(tx, {
      accountId: letter.accountId,
      purpose: this.purpose,
      letterId: letter.id,
      validUntil: DateOnly.parse(letter.validUntil),
    });
    return { code, codeUrl: `${this.page}#code=${code}` };
  }
}
