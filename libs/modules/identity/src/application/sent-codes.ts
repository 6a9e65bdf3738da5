import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, TryCounter, type Tx } from '@of/platform';
import { codeExpired, codeInvalid, codeVoid, tooManyTries } from '../domain/identity.errors';
import { AccountRepository } from '../persistence/account.repository';
import { CodeHasher } from './code-hasher';

export type SentCodePurpose = 'confirm-email' | 'confirm-mobile' | 'reset-email' | 'reset-mobile';
type ResetPurpose = Extract<SentCodePurpose, `reset-${string}`>;

const MAX_WRONG = 5;
/** So many codes for a new password may be on their way to an account at a time, whatever way they take. */
const MOST_RESET_CODES = 3;
const LIFE = '10 minutes';
const orderLimit = { surface: 'sent-code.order', tries: 6, windowSeconds: 3600 };
const dailyLimit = { surface: 'sent-code', tries: 30, windowSeconds: 24 * 3600 };

export const sentCodeRequested = 'personal-data.code-requested';

const isLiveReset = `purpose LIKE 'reset-%' AND redeemed_at IS NULL AND voided_at IS NULL
  AND wrong_tries < ${MAX_WRONG} AND expires_at > platform.now()`;

interface CountedCode {
  id: string;
  target: string;
  code_hash: string;
  wrong_tries: number;
}

/**
 * Codes of six figures that go to an e-mail address or a mobile number. They prove that it is reachable, and, where it was
 * verified before, that its owner wants a new password.
 */
@Injectable()
export class SentCodes {
  constructor(
    private readonly database: Database,
    private readonly hasher: CodeHasher,
    private readonly counter: TryCounter,
    private readonly accounts: AccountRepository,
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
      // The account before the code, as whoever orders a new one: two must not wait for each other.
      await this.accounts.lock(tx, accountId);
      const consumed = await tx.query(
        `UPDATE identity.sent_code SET redeemed_at = platform.now()
          WHERE id = $1 AND redeemed_at IS NULL AND voided_at IS NULL RETURNING id`,
        [counted.id],
      );
      if (consumed.length === 0) throw codeInvalid(0);
      return effect(tx, counted.target);
    });
  }

  /**
   * Makes a code for a new password, in the transaction that stores the sealed message. Others stay good beside it.
   * @param code.id of the order: one order makes one code
   * @returns null when there is a code for this order already, or as many as there may be
   */
  async mintForReset(
    tx: Tx,
    { id, accountId, purpose, target }: { id: string; accountId: string; purpose: ResetPurpose; target: string },
  ): Promise<string | null> {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const made = await tx.query(
      `INSERT INTO identity.sent_code (id, account_id, purpose, target, code_hash, expires_at)
       SELECT $1, $2, $3, $4, $5, platform.now() + interval '${LIFE}'
        WHERE (SELECT count(*) FROM identity.sent_code WHERE account_id = $2 AND ${isLiveReset}) < ${MOST_RESET_CODES}
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, accountId, purpose, target, await this.hasher.hash(code, id)],
    );
    return made.length > 0 ? code : null;
  }

  /**
   * Compares an entry with all codes for a new password that are alive. The try is counted for each of them and committed
   * first; a right one is given back.
   * @param accountId null for a user name nobody has: same work, no match
   * @returns the id for `consume`, or null
   */
  async matchReset(accountId: string | null, input: string): Promise<string | null> {
    const counted = await this.database.execute<CountedCode>(
      'sent-code.count-reset',
      `UPDATE identity.sent_code SET wrong_tries = wrong_tries + 1 WHERE account_id = $1 AND ${isLiveReset}
        RETURNING id, target, code_hash, wrong_tries`,
      [accountId],
    );
    const code = input.replace(/[\s-]/g, '');
    let match: string | null = null;
    for (let index = 0; index < MOST_RESET_CODES; index++) {
      const { id, code_hash: hash } = counted[index] ?? { id: '', code_hash: await this.hasher.absent };
      if ((await this.hasher.verify(code, id, hash)) && id) match = id;
    }
    if (match) await this.giveBack(counted.map(({ id }) => id));
    return match;
  }

  /** Uses a matched code up, once; the others for a new password are void with it. */
  async consumeReset(tx: Tx, id: string): Promise<boolean> {
    const [consumed] = await tx.query<{ accountId: string }>(
      `UPDATE identity.sent_code SET redeemed_at = platform.now()
        WHERE id = $1 AND redeemed_at IS NULL AND voided_at IS NULL RETURNING account_id AS "accountId"`,
      [id],
    );
    if (consumed) await this.void(tx, consumed.accountId);
    return consumed !== undefined;
  }

  /** No code that was sent to this account is worth anything any more. */
  async void(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE identity.sent_code SET voided_at = platform.now()
        WHERE account_id = $1 AND redeemed_at IS NULL AND voided_at IS NULL`,
      [accountId],
    );
  }

  private async giveBack(ids: string[]): Promise<void> {
    await this.database.execute(
      'sent-code.was-right',
      `UPDATE identity.sent_code SET wrong_tries = wrong_tries - 1 WHERE id = ANY ($1)`,
      [ids],
    );
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
