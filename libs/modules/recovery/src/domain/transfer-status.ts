/** `open`: nobody scanned the code yet. `pending`: the new device brought its key, the old one must release it. */
export const transferStatuses = ['open', 'pending', 'approved', 'declined', 'expired'] as const;

export type TransferStatus = (typeof transferStatuses)[number];
