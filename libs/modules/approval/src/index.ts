import { Approval1700000410000 } from './persistence/migrations/1700000410000-approval';

export { ApprovalView, type DeviceView, type MemberView } from './application/approval-view';
export { OpenApprovals } from './application/open-approvals.query';
export { EndApprovals, type ApprovalSelection } from './application/end-approvals';
export {
  ProtectedAction,
  ProtectedActions,
  type ApprovalOwner,
  type DeclinedApproval,
  type ReleasedApproval,
} from './application/ports/protected-action';
export { RequestApproval } from './application/request-approval';
export { ApprovalJobsModule, ApprovalModule } from './approval.module';
export { approvalActions, type ApprovalAction, type ApprovalLine } from './domain/approval-action';
export type { ApprovalStatus } from './domain/approval-status';
export { secondFactorRequired } from './domain/approval.errors';
export { ApprovalResponse } from './http/dto/approval.dto';
export { ExpireApprovals } from './jobs/expire-approvals.job';
export type { Approval } from './persistence/approval.repository';

export const approvalMigrations = [Approval1700000410000];
