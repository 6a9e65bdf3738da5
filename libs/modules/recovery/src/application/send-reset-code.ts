import { Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository, SentCodes, type Account } from '@of/identity';
import { LetterLimitReached, LetterUnderWay } from '@of/letters';
import { Database, type Tx } from '@of/platform';
import { EMAIL_QUIET_HOURS, type ResetChannel } from '../domain/recovery-rules';
import { EmailUndoRepository } from '../persistence/email-undo.repository';
import { OrderedLetterRepository } from '../persistence/ordered-letter.repository';
import { OrderLetterWithCode } from './order-letter-with-code';
import { ResetMessages } from './reset-messages';

/** Which ways to a new password an account has right now. */
@Injectable()
export class ResetWays {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly undos: EmailUndoRepository,
    private readonly letters: OrderedLetterRepository,
  ) {}

  /** Where a code may be sent; null when this way is closed or not there. */
  async target(tx: Tx, accountId: string, channel: 'email' | 'mobile'): Promise<string | null> {
    if (await this.undos.isPostOnly(tx, accountId)) return null;
    if (channel === 'email' && (await this.contacts.hasChanged(tx, accountId, 'email', EMAIL_QUIET_HOURS))) return null;
    return this.contacts.findVerified(tx, accountId, channel);
  }

  isLetterUnderWay(tx: Tx, accountId: string): Promise<boolean> {
    return this.letters.isUnderWay(tx, accountId, 'reset');
  }
}

/**
 * Does what an order for a new password comes to: makes and seals a code, or orders a letter. An order that is not to be
 * followed is dropped without a word.
 */
@Injectable()
export class SendResetCode {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly ways: ResetWays,
    private readonly codes: SentCodes,
    private readonly messages: ResetMessages,
    private readonly letters: OrderLetterWithCode,
  ) {}

  /** @param orderId one order makes one code, however often it is delivered */
  async execute(orderId: string, accountId: string, channel: ResetChannel): Promise<void> {
    const account = await this.accounts.findById(accountId);
    if (!account) return;
    try {
      await this.database.transaction(async (tx) => {
        const now = await this.accounts.hold(tx, accountId);
        if (!now || now.isLocked || now.state === 'deactivated') return;
        if (channel === 'post') await this.orderLetter(tx, account);
        else await this.send(tx, orderId, account, channel);
      });
    } catch (error) {
      // There were as many letters as there may be; nobody is told.
      if (!(error instanceof LetterUnderWay) && !(error instanceof LetterLimitReached)) throw error;
    }
  }

  private async send(tx: Tx, orderId: string, account: Account, channel: 'email' | 'mobile'): Promise<void> {
    const target = await this.ways.target(tx, account.id, channel);
    if (!target) return;
    const order = { id: orderId, accountId: account.id, purpose: `reset-${channel}`, target } as const;
    const code = await this.codes.mintForReset(tx, order);
    if (!code) return;
    await this.messages[channel](tx, target, account.language, code);
    await tx.audit({
      actor: 'system',
      subject: account.insuredId,
      act: 'recovery.reset-code-sent',
      object: orderId,
      details: { channel },
    });
  }

  private async orderLetter(tx: Tx, { id: accountId, insuredId, language }: Account): Promise<void> {
    if (await this.ways.isLetterUnderWay(tx, accountId)) return;
    await this.letters.execute(tx, 'reset', { accountId, insuredId, language });
  }
}
