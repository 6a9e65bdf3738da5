import { Global, Module } from '@nestjs/common';
import { SessionSteps } from '@of/identity';
import { ListenerRegistry } from '@of/platform';
import { ApprovalFeed } from './application/approval-feed';
import { ApprovalPayloads } from './application/approval-payloads';
import { ApprovalView } from './application/approval-view';
import { CancelApproval } from './application/cancel-approval';
import { ApprovalParties, CloseApproval } from './application/close-approval';
import { DecideApproval } from './application/decide-approval';
import { EndApprovals } from './application/end-approvals';
import { ListApprovals } from './application/list-approvals.query';
import { ApproveLoginStep, LoginAction, RequestLoginApproval } from './application/login-approval';
import { OpenApprovals } from './application/open-approvals.query';
import { ProtectedActions } from './application/ports/protected-action';
import { ApprovalOrigins, RequestApproval } from './application/request-approval';
import { ApprovalStreams } from './http/approval-streams';
import { DeviceApprovalsController } from './http/device-approvals.controller';
import { MemberApprovalsController } from './http/member-approvals.controller';
import './http/problem-texts';
import { ExpireApprovals } from './jobs/expire-approvals.job';
import { WhenAccountLockedCancelItsApprovals } from './listeners/when-account-locked-cancel-its-approvals.listener';
import { ApprovalRepository } from './persistence/approval.repository';

/** Approvals for the API: asking, releasing, and the streams of both sides. */
@Global()
@Module({
  controllers: [MemberApprovalsController, DeviceApprovalsController],
  providers: [
    ApprovalFeed,
    ApprovalOrigins,
    ApprovalParties,
    ApprovalPayloads,
    ApprovalRepository,
    ApprovalStreams,
    ApprovalView,
    ApproveLoginStep,
    CancelApproval,
    CloseApproval,
    DecideApproval,
    EndApprovals,
    ListApprovals,
    LoginAction,
    ProtectedActions,
    RequestApproval,
    RequestLoginApproval,
  ],
  exports: [ApprovalView, EndApprovals, ProtectedActions, RequestApproval],
})
export class ApprovalModule {
  constructor(actions: ProtectedActions, steps: SessionSteps, login: LoginAction, approveLogin: ApproveLoginStep) {
    actions.register(login);
    steps.register(approveLogin);
  }
}

/** Approvals for the worker: what runs out, what is withdrawn. */
@Global()
@Module({
  providers: [ApprovalRepository, EndApprovals, ExpireApprovals, OpenApprovals, WhenAccountLockedCancelItsApprovals],
  exports: [EndApprovals, ExpireApprovals, OpenApprovals],
})
export class ApprovalJobsModule {
  constructor(listeners: ListenerRegistry, cancelOfLocked: WhenAccountLockedCancelItsApprovals) {
    listeners.add(cancelOfLocked);
  }
}
