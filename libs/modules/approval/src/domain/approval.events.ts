export const approvalRequested = (approvalId: string, accountId: string) =>
  ({ name: 'approval.requested', payload: { approvalId, accountId } }) as const;

export const notMeReported = (approvalId: string, accountId: string) =>
  ({ name: 'approval.not-me-reported', payload: { approvalId, accountId } }) as const;
