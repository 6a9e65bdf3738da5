/** An export is to be made. */
export const EXPORT_ORDERED = 'personal-data.export-ordered';

export const exportOrdered = (exportId: string) => ({ name: EXPORT_ORDERED, payload: { exportId } }) as const;

/** An export can be downloaded; its owner is told. */
export const exportReady = (accountId: string, exportId: string) =>
  ({ name: 'personal-data.export-ready', payload: { accountId, exportId } }) as const;
