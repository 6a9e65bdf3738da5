import type { Tx } from '../database/tx';

/** An account whose owner can log in. */
export interface OpenAccount {
  accountId: string;
  insuredId: string;
  /** Whether a second factor is bound, so that a session of level `full` is possible. */
  hasDevice: boolean;
}

/** Port: the room that knows the accounts tells the others which persons have one that is open. */
export abstract class OpenAccounts {
  /** Open accounts of these persons; none of them closes before the end of the transaction. */
  abstract hold(tx: Tx, insuredIds: readonly string[]): Promise<OpenAccount[]>;
}
