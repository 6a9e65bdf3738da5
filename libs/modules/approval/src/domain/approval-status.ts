export const approvalStatuses = ['pending', 'approved', 'declined', 'expired', 'cancelled'] as const;

export type ApprovalStatus = (typeof approvalStatuses)[number];

/** Which status may follow which. Everything but `pending` is final: what was decided stays decided. */
const transitions: Record<ApprovalStatus, readonly ApprovalStatus[]> = {
  pending: ['approved', 'declined', 'expired', 'cancelled'],
  approved: [],
  declined: [],
  expired: [],
  cancelled: [],
};

export function mayBecome(from: ApprovalStatus, to: ApprovalStatus): boolean {
  return transitions[from].includes(to);
}

/** Whether nothing can change any more. */
export function isClosed(status: ApprovalStatus): boolean {
  return transitions[status].length === 0;
}
