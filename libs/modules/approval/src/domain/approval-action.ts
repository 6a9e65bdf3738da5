/** Every act that a member releases on a device. The list is closed: texts, icons and the OpenAPI enum follow it. */
export const approvalActions = [
  'login',
  'address-change',
  'bank-account-change',
  'email-change',
  'mobile-change',
  'device-removal',
  'device-transfer',
  'account-deletion',
] as const;

export type ApprovalAction = (typeof approvalActions)[number];

/** One line of what is shown on both screens, in the member's language. `from` is missing where nothing was there before. */
export interface ApprovalLine {
  label: string;
  from?: string;
  to: string;
}
