export const notMeReported = (approvalId: string, accountId: string) =>
  ({ name: 'approval.not-me-reported', payload: { approvalId, accountId } }) as const;
