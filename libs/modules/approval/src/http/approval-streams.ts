import { Injectable } from '@nestjs/common';
import { Devices } from '@of/identity';
import { DomainError } from '@of/kernel';
import { addressKey, AppConfig, EventStream, type DeviceActor, type SessionActor } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ApprovalFeed } from '../application/approval-feed';
import { ApprovalView } from '../application/approval-view';
import { ListApprovals } from '../application/list-approvals.query';
import { isClosed } from '../domain/approval-status';

/** How often a stream looks by itself: time runs out and sessions end without anybody telling. */
const LOOK_MS = 15_000;

/**
 * Keeps browsers and devices up to date. Each change is read from the database when it is told or when time has run out,
 * and sent only if it differs from what was sent before.
 */
@Injectable()
export class ApprovalStreams {
  constructor(
    private readonly feed: ApprovalFeed,
    private readonly approvals: ListApprovals,
    private readonly view: ApprovalView,
    private readonly devices: Devices,
    private readonly config: AppConfig,
  ) {}

  /** One approval, until it is closed. */
  async openForMember(actor: SessionActor, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    let last = await this.approvals.getOne(actor.accountId, id); // 404 before the stream begins
    const stream = new EventStream(request, reply, this.config.isHttps);
    this.follow(actor.accountId, stream, 'approval', async () => {
      last = await this.approvals.getAgain(last);
      return { data: await this.view.ofMember(last), isLast: isClosed(last.status), until: last.expiresAt };
    });
  }

  /** Everything that waits for this device. */
  openForDevice(device: DeviceActor, request: FastifyRequest, reply: FastifyReply): void {
    const address = addressKey(request.ip);
    const stream = new EventStream(request, reply, this.config.isHttps);
    this.follow(device.accountId, stream, 'approvals', async () => {
      const isUsable = await this.devices.isUsable(device.deviceId, device.accountId);
      const open = isUsable ? await this.approvals.execute(device.accountId, 'pending', 25) : [];
      const items = open.map((approval) => this.view.ofDevice(approval, address));
      return { data: { items }, isLast: !isUsable, until: open.map(({ expiresAt }) => expiresAt).sort()[0] ?? null };
    });
  }

  /** Reads, sends what is new, and reads again when told to or when the next deadline has passed. */
  private follow(
    accountId: string,
    stream: EventStream,
    event: string,
    read: () => Promise<{ data: unknown; isLast: boolean; until: string | null }>,
  ): void {
    let sent = '';
    let timer: NodeJS.Timeout | undefined;
    let isReading = false;
    let isWanted = false;
    let isOver = false;

    const look = async (): Promise<void> => {
      isWanted = true;
      if (isReading) return;
      isReading = true;
      while (isWanted && !isOver) {
        isWanted = false;
        clearTimeout(timer);
        const state = await read().catch((error: unknown) => {
          if (error instanceof DomainError) stream.close(); // the account is gone
          return null; // the database is away: look again later
        });
        const text = state ? JSON.stringify(state.data) : sent;
        if (state && text !== sent) stream.send(event, state.data);
        sent = text;
        if (state?.isLast) stream.close();
        const left = state?.until ? Date.parse(state.until) - Date.now() + 50 : LOOK_MS;
        if (!isOver) timer = setTimeout(() => void look(), Math.max(250, Math.min(left, LOOK_MS)));
      }
      isReading = false;
    };
    const leave = this.feed.subscribe(
      accountId,
      () => void look(),
      () => stream.close(),
    );
    stream.whenClosed(() => {
      isOver = true;
      clearTimeout(timer);
      leave();
    });
    void look();
  }
}
