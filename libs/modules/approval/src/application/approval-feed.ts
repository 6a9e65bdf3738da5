import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, LOGGER } from '@of/platform';
import { type PoolClient } from 'pg';
import { type Logger } from 'pino';

const CHANNEL = 'approval_changed';
const RETRY_MS = 500;
/** How long the connection stays when nobody listens any more: pages are reloaded, and streams come back. */
const LINGER_MS = 5_000;
/** So many streams of one account at a time: its browsers and devices have room, a program that only opens has not. */
const MOST_OF_ACCOUNT = 20;

interface Subscription {
  tell: () => void;
  close: () => void;
}

/**
 * Tells the open streams of this process that something changed in an account, whichever process changed it. It carries
 * no truth: whoever is told reads the database. When the connection was lost, everybody is told once it is back. Without
 * a stream it keeps no connection.
 */
@Injectable()
export class ApprovalFeed implements BeforeApplicationShutdown {
  private readonly subscriptions = new Map<string, Set<Subscription>>();
  private connection: PoolClient | null = null;
  private leaving: NodeJS.Timeout | undefined;
  private isConnecting = false;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param tell called after each change of the account
   * @param close called when the process stops, or when there are too many and this is the oldest
   * @returns ends the subscription
   */
  subscribe(accountId: string, tell: () => void, close: () => void): () => void {
    const subscription = { tell, close };
    const [oldest] = this.subscriptions.get(accountId) ?? [];
    if (this.countOf(accountId) >= MOST_OF_ACCOUNT) oldest?.close();
    const ofAccount = this.subscriptions.get(accountId) ?? new Set();
    this.subscriptions.set(accountId, ofAccount.add(subscription));
    clearTimeout(this.leaving);
    void this.connect();
    return () => {
      if (!ofAccount.delete(subscription) || ofAccount.size > 0) return;
      this.subscriptions.delete(accountId);
      if (this.subscriptions.size > 0) return;
      this.leaving = setTimeout(() => this.disconnect(), LINGER_MS);
      this.leaving.unref();
    };
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    for (const ofAccount of [...this.subscriptions.values()]) for (const { close } of [...ofAccount]) close();
    clearTimeout(this.leaving);
    this.disconnect();
  }

  private async connect(): Promise<void> {
    if (this.connection || this.isConnecting || !this.isWanted()) return;
    this.isConnecting = true;
    let connection: PoolClient | undefined;
    try {
      connection = await this.database.connect();
      const lost = connection;
      connection.on('notification', ({ payload }) => this.tell(payload ?? ''));
      connection.on('error', () => this.reconnect(lost));
      connection.once('end', () => this.reconnect(lost));
      await connection.query(`LISTEN ${CHANNEL}`);
      this.connection = connection;
      if (!this.isWanted()) return this.disconnect();
      for (const accountId of this.subscriptions.keys()) this.tell(accountId);
    } catch (error) {
      // Back to the pool, which would run dry otherwise while the database is away.
      connection?.release(true);
      this.logger.warn({ err: error }, 'approvals: cannot listen for changes, trying again');
      this.connectSoon();
    } finally {
      this.isConnecting = false;
    }
  }

  private countOf(accountId: string): number {
    return this.subscriptions.get(accountId)?.size ?? 0;
  }

  private isWanted(): boolean {
    return this.subscriptions.size > 0 && !this.isStopping;
  }

  /** Closes the connection: one that listens must not serve anybody else. */
  private disconnect(): void {
    const { connection } = this;
    this.connection = null;
    connection?.release(true);
  }

  private reconnect(lost: PoolClient): void {
    if (this.connection !== lost) return;
    this.disconnect();
    this.connectSoon();
  }

  private connectSoon(): void {
    setTimeout(() => void this.connect(), RETRY_MS).unref();
  }

  private tell(accountId: string): void {
    for (const { tell } of this.subscriptions.get(accountId) ?? []) tell();
  }
}
