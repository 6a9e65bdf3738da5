import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, TryCounter, type Tx } from '@of/platform';
import { codeExpired, codeInvalid, codeVoid, tooManyTries } from '../domain/identity.errors';
import { CodeHasher } from './code-hasher';

export type SentCodePurpose = 'confirm-email' | 'confirm-mobile';

const MAX_WRONG = 5;
const LIFE = '10 minutes';
const orderLimit = { surface: 'sent-code.order', tries: 6, windowSeconds: 3600 };
const dailyLimit = { surface: 'sent-code', tries: 30, windowSeconds: 24 * 3600 };

export const sentCodeRequested = 'personal-data.code-requested';

interface CountedCode {
  id: string;
  target: string;
  code_hash: string;
  wrong_tries: number;
}

/** Codes of six figures that go to an e-mail address or a mobile number. They prove that it is reachable, nothing more. */
@Injectable()
export class SentCodes {
  constructor(
    private readonly database: Database,
    private readonly hasher: CodeHasher,
    private readonly counter: TryCounter,
  ) {}

  /** @throws DomainError `too-many-requests` beyond six orders an hour */
  async assertMayOrder(accountId: string): Promise<void> {
    const ordered = await this.counter.count(orderLimit, accountId);
    if (!ordered.isAllowed) throw tooManyTries(ordered.resetSeconds);
  }

  /** Orders a code for `target`; the job that sends it makes it. An older code of the purpose becomes void. */
  async order(tx: Tx, request: { accountId: string; purpose: SentCodePurpose; target: string }): Promise<string> {
    await tx.query(
      `UPDATE identity.sent_code SET voided_at = platform.now()
        WHERE account_id = $1 AND purpose = $2 AND redeemed_at IS NULL AND voided_at IS NULL`,
      [request.accountId, request.purpose],
    );
    const id = newId<'SentCode'>();
    await tx.query(`INSERT INTO identity.sent_code (id, account_id, purpose, target) VALUES ($1, $2, $3, $4)`, [
      id,
      request.accountId,
      request.purpose,
      request.target,
    ]);
    await tx.publish({ name: sentCodeRequested, payload: { sentCodeId: id } });
    return id;
  }

  /**
   * Makes the code, inside the transaction that stores the sealed message.
   * @returns null when the code was made before or is no longer wanted
   */
  async mint(
    tx: Tx,
    id: string,
  ): Promise<{ accountId: string; purpose: SentCodePurpose; target: string; code: string } | null> {
    const [wanted] = await tx.query<{ accountId: string; purpose: SentCodePurpose; target: string }>(
      `SELECT account_id AS "accountId", purpose, target FROM identity.sent_code
        WHERE id = $1 AND code_hash IS NULL AND voided_at IS NULL FOR UPDATE`,
      [id],
    );
    if (!wanted) return null;
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    await tx.query(
      `UPDATE identity.sent_code SET code_hash = $2, expires_at = platform.now() + interval '${LIFE}' WHERE id = $1`,
      [id, await this.hasher.hash(code, id)],
    );
    return { ...wanted, code };
  }

  /**
   * Tries a code, in the order of posted codes: count, compare, consume with `effect`.
   * @throws DomainError `code-invalid`, `code-expired`, `code-void`, `too-many-requests`
   */
  async redeem<T>(
    accountId: string,
    purpose: SentCodePurpose,
    input: string,
    effect: (tx: Tx, target: string) => Promise<T>,
  ): Promise<T> {
    const today = await this.counter.count(dailyLimit, accountId);
    if (!today.isAllowed) throw tooManyTries(today.resetSeconds);

    const counted = await this.countTry(accountId, purpose);
    const code = input.replace(/[\s-]/g, '');
    if (!(await this.hasher.verify(code, counted.id, counted.code_hash))) {
      throw codeInvalid(MAX_WRONG - counted.wrong_tries);
    }
    return this.database.transaction(async (tx) => {
      const consumed = await tx.query(
        `UPDATE identity.sent_code SET redeemed_at = platform.now()
          WHERE id = $1 AND redeemed_at IS NULL AND voided_at IS NULL RETURNING id`,
        [counted.id],
      );
      if (consumed.length === 0) throw codeInvalid(0);
      return effect(tx, counted.target);
    });
  }

  private async countTry(accountId: string, purpose: SentCodePurpose): Promise<CountedCode> {
    const [counted] = await this.database.execute<CountedCode>(
      'sent-code.count',
      `UPDATE identity.sent_code SET wrong_tries = wrong_tries + 1
        WHERE account_id = $1 AND purpose = $2 AND redeemed_at IS NULL AND voided_at IS NULL
          AND wrong_tries < ${MAX_WRONG} AND expires_at > platform.now()
        RETURNING id, target, code_hash, wrong_tries`,
      [accountId, purpose],
    );
    if (counted) return counted;
    const [state] = await this.database.read<{ exhausted: boolean; expired: boolean }>(
      'sent-code.state',
      `SELECT wrong_tries >= ${MAX_WRONG} AS exhausted, coalesce(expires_at <= platform.now(), false) AS expired
         FROM identity.sent_code
        WHERE account_id = $1 AND purpose = $2 AND redeemed_at IS NULL AND voided_at IS NULL`,
      [accountId, purpose],
    );
    if (state?.exhausted) throw codeVoid();
    if (state?.expired) throw codeExpired();
    throw codeInvalid(MAX_WRONG);
  }
}
