import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, LOGGER } from '@of/platform';
import { type PoolClient } from 'pg';
import { type Logger } from 'pino';

const CHANNEL = 'approval_changed';
const RETRY_MS = 500;

/**
 * Tells the open streams of this process that something changed in an account, whichever process changed it. It carries
 * no truth: whoever is told reads the database. When the connection was lost, everybody is told once it is back.
 */
@Injectable()
export class ApprovalFeed implements BeforeApplicationShutdown {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly closers = new Set<() => void>();
  private connection: PoolClient | null = null;
  private isConnecting = false;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param tell called after each change of the account
   * @param close called when the process stops
   * @returns ends the subscription
   */
  subscribe(accountId: string, tell: () => void, close: () => void): () => void {
    const listeners = this.listeners.get(accountId) ?? new Set();
    this.listeners.set(accountId, listeners.add(tell));
    this.closers.add(close);
    void this.connect();
    return () => {
      listeners.delete(tell);
      if (listeners.size === 0) this.listeners.delete(accountId);
      this.closers.delete(close);
    };
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    for (const close of this.closers) close();
    this.connection?.release(true);
    this.connection = null;
  }

  private async connect(): Promise<void> {
    if (this.connection || this.isConnecting || this.isStopping) return;
    this.isConnecting = true;
    try {
      const connection = await this.database.connect();
      connection.on('notification', ({ payload }) => this.tell(payload ?? ''));
      connection.once('error', () => this.reconnect(connection));
      connection.once('end', () => this.reconnect(connection));
      await connection.query(`LISTEN ${CHANNEL}`);
      this.connection = connection;
      for (const accountId of this.listeners.keys()) this.tell(accountId);
    } catch (error) {
      this.logger.warn({ err: error }, 'approvals: cannot listen for changes, trying again');
      setTimeout(() => void this.connect(), RETRY_MS).unref();
    } finally {
      this.isConnecting = false;
    }
  }

  private reconnect(lost: PoolClient): void {
    if (this.connection !== lost) return;
    this.connection = null;
    lost.release(true);
    setTimeout(() => void this.connect(), RETRY_MS).unref();
  }

  private tell(accountId: string): void {
    for (const tell of this.listeners.get(accountId) ?? []) tell();
  }
}
