import { Injectable } from '@nestjs/common';
import {
  AdvanceSession,
  Devices,
  SessionRepository,
  SessionStep,
  type SessionDetails,
  type StepOwner,
} from '@of/identity';
import { Database, type SessionActor, type Tx } from '@of/platform';
import { type ApprovalLine } from '../domain/approval-action';
import { ApprovalRepository, type Approval } from '../persistence/approval.repository';
import { ApprovalView } from './approval-view';
import { ProtectedAction, type DeclinedApproval, type ReleasedApproval } from './ports/protected-action';
import { RequestApproval } from './request-approval';

/** What the login shows on both screens. */
export interface LoginPayload {
  browser: string;
}

/** Coming in: released on the device, the session may do everything. Refused, it is over. */
@Injectable()
export class LoginAction extends ProtectedAction<LoginPayload> {
  readonly type = 'login';
  override readonly lifetimeSeconds = 120;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly advance: AdvanceSession,
  ) {
    super();
  }

  async describe({ browser }: LoginPayload): Promise<ApprovalLine[]> {
    return [{ label: 'Browser', to: browser }];
  }

  async apply(tx: Tx, _payload: LoginPayload, { sessionId }: ReleasedApproval): Promise<void> {
    await this.sessions.raise(tx, sessionId);
    await this.advance.execute(tx, { sessionId });
  }

  override async decline(tx: Tx, _payload: LoginPayload, { accountId, sessionId }: DeclinedApproval): Promise<void> {
    if (sessionId) await this.sessions.end(tx, accountId, sessionId, 'login-declined');
  }
}

/** Asks for the release of a running session's login: when it begins, and again when the member wants a new request. */
@Injectable()
export class RequestLoginApproval {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestApproval,
    private readonly sessions: SessionRepository,
  ) {}

  /** @throws DomainError `too-many-requests` after three unanswered requests in five minutes */
  execute(actor: SessionActor): Promise<Approval> {
    return this.database.transaction((tx) => this.open(tx, actor));
  }

  async open(tx: Tx, session: StepOwner): Promise<Approval> {
    const { browser } = await this.sessions.getOrigin(tx, session.sessionId);
    return this.requests.open(tx, session, 'login', { browser } satisfies LoginPayload);
  }
}

/** As soon as a device is bound, every login is released on one. */
@Injectable()
export class ApproveLoginStep extends SessionStep {
  readonly step = 'approve-login';

  constructor(
    private readonly devices: Devices,
    private readonly requests: RequestLoginApproval,
    private readonly approvals: ApprovalRepository,
    private readonly view: ApprovalView,
  ) {
    super();
  }

  async isDue(tx: Tx, { accountId, level }: StepOwner): Promise<boolean> {
    return level === 'basic' && (await this.devices.hasActive(accountId, tx));
  }

  override async begin(tx: Tx, session: StepOwner): Promise<void> {
    await this.requests.open(tx, session);
  }

  override async present(session: StepOwner): Promise<SessionDetails> {
    const approval = await this.approvals.findLogin(session.sessionId);
    return approval ? { approval: await this.view.ofMember(approval) } : {};
  }
}
