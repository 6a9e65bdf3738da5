import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type DateOnly } from '@of/kernel';
import { Database, TryCounter, type Tx } from '@of/platform';
import { mintCode, normaliseCode, printCode } from '../domain/code-format';
import { codeExpired, codeInvalid, codeVoid, tooManyTries } from '../domain/identity.errors';
import { AccountRepository } from '../persistence/account.repository';
import { CodeHasher } from './code-hasher';

export type CodePurpose = 'registration' | 'device' | 'reset';

const MAX_WRONG = 5;
/** Survives a new letter: all wrong entries of an account in a day. */
const dailyLimit = { surface: 'posted-code', tries: 20, windowSeconds: 24 * 3600 };

interface CountedCode {
  id: string;
  code_hash: string;
  wrong_tries: number;
}

/**
 * Codes that come by post. A code serves one purpose and one account, opens once, and is void after five wrong tries or
 * when a newer letter is written.
 */
@Injectable()
export class PostedCodes {
  constructor(
    private readonly database: Database,
    private readonly hasher: CodeHasher,
    private readonly counter: TryCounter,
    private readonly accounts: AccountRepository,
  ) {}

  /**
   * Makes the code for a letter, inside the transaction that stores the letter. Older codes of the purpose become void.
   * @returns the code as it is printed, `XXXX-XXXX-XXXX`; only its hash is kept
   */
  async mint(
    tx: Tx,
    letter: { accountId: string; purpose: CodePurpose; letterId: string; validUntil: DateOnly },
  ): Promise<string> {
    const id = newId<'PostedCode'>();
    const code = mintCode(randomBytes);
    const hash = await this.hasher.hash(code, id);
    await this.void(tx, letter.accountId, letter.purpose);
    await tx.query(
      `INSERT INTO identity.posted_code (id, account_id, purpose, letter_id, code_hash, valid_until)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, letter.accountId, letter.purpose, letter.letterId, hash, letter.validUntil.toString()],
    );
    return printCode(code);
  }

  /** The provider reports a late posting: the code lives until this day, never shorter than printed. */
  async extendValidity(tx: Tx, letterId: string, until: DateOnly): Promise<void> {
    await tx.query(
      `UPDATE identity.posted_code SET valid_until = greatest(valid_until, $2::date) WHERE letter_id = $1`,
      [letterId, until.toString()],
    );
  }

  /**
   * Tries a code. The try is counted and committed first, then compared, then consumed together with `effect`.
   * @throws DomainError `code-invalid` (with `attemptsLeft`), `code-expired`, `code-void`, `too-many-requests`
   */
  async redeem<T>(accountId: string, purpose: CodePurpose, input: string, effect: (tx: Tx) => Promise<T>): Promise<T> {
    const { id } = await this.compare(accountId, purpose, input);
    return this.database.transaction(async (tx) => {
      // The account before the code, as whoever writes a new letter: two must not wait for each other.
      await this.accounts.lock(tx, accountId);
      if (!(await this.consume(tx, id))) throw codeInvalid(0);
      return effect(tx);
    });
  }

  /**
   * Compares a code without using it up. The try is counted and committed first; a right one is given back.
   * @returns the id for `consume`
   * @throws DomainError as `redeem`
   */
  async check(accountId: string, purpose: CodePurpose, input: string): Promise<string> {
    const { id } = await this.compare(accountId, purpose, input);
    await this.giveBack(id);
    return id;
  }

  /**
   * Compares an entry without telling more than whether it is right. The try is counted and committed first; a right one
   * is given back.
   * @param accountId null for a user name nobody has: same work, no match
   * @returns the id for `consume`, or null
   */
  async match(accountId: string | null, purpose: CodePurpose, input: string): Promise<string | null> {
    const counted = await this.count(accountId, purpose);
    const { id, code_hash: hash } = counted ?? { id: '', code_hash: await this.hasher.absent };
    const isRight = await this.hasher.verify(normaliseCode(input), id, hash);
    if (!isRight || !counted) return null;
    await this.giveBack(id);
    return id;
  }

  /** No code of this purpose is worth anything any more, whatever letter brings it. */
  async void(tx: Tx, accountId: string, purpose: CodePurpose): Promise<void> {
    await tx.query(
      `UPDATE identity.posted_code SET voided_at = platform.now()
        WHERE account_id = $1 AND purpose = $2 AND redeemed_at IS NULL AND voided_at IS NULL`,
      [accountId, purpose],
    );
  }

  /** Uses a checked code up, once. */
  async consume(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.posted_code SET redeemed_at = platform.now()
        WHERE id = $1 AND redeemed_at IS NULL AND voided_at IS NULL RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  private async compare(accountId: string, purpose: CodePurpose, input: string): Promise<CountedCode> {
    const today = await this.counter.count(dailyLimit, accountId);
    if (!today.isAllowed) throw tooManyTries(today.resetSeconds);
    const counted = await this.countTry(accountId, purpose);
    if (await this.hasher.verify(normaliseCode(input), counted.id, counted.code_hash)) return counted;
    throw codeInvalid(MAX_WRONG - counted.wrong_tries);
  }

  private async count(accountId: string | null, purpose: CodePurpose): Promise<CountedCode | null> {
    const [counted] = await this.database.execute<CountedCode>(
      'posted-code.count',
      `UPDATE identity.posted_code SET wrong_tries = wrong_tries + 1
        WHERE account_id = $1 AND purpose = $2 AND redeemed_at IS NULL AND voided_at IS NULL
          AND wrong_tries < ${MAX_WRONG} AND valid_until >= platform.today()
        RETURNING id, code_hash, wrong_tries`,
      [accountId, purpose],
    );
    return counted ?? null;
  }

  private async giveBack(id: string): Promise<void> {
    await this.database.execute(
      'posted-code.was-right',
      `UPDATE identity.posted_code SET wrong_tries = wrong_tries - 1 WHERE id = $1`,
      [id],
    );
  }

  private async countTry(accountId: string, purpose: CodePurpose): Promise<CountedCode> {
    const counted = await this.count(accountId, purpose);
    if (counted) return counted;
    const [state] = await this.database.read<{ exhausted: boolean; expired: boolean }>(
      'posted-code.state',
      `SELECT wrong_tries >= ${MAX_WRONG} AS exhausted, valid_until < platform.today() AS expired
         FROM identity.posted_code
        WHERE account_id = $1 AND purpose = $2 AND redeemed_at IS NULL AND voided_at IS NULL`,
      [accountId, purpose],
    );
    if (state?.exhausted) throw codeVoid();
    if (state?.expired) throw codeExpired();
    throw codeInvalid(MAX_WRONG); // no letter was written yet: nothing can be right
  }
}
