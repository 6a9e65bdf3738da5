import type { Approval } from '@of/api-client';
import { m } from '@of/i18n';

export type Action = Approval['action'];

interface Act {
  /** What the member wants, as one sentence. */
  wish: () => string;
  /** Where it is asked for. */
  path: '/daten' | '/daten/zugang' | ContactPath | '/daten/zugang/loeschen';
}
type ContactPath = '/daten/zugang/email' | '/daten/zugang/mobil';

/** What the portal says about an act that is released on a device, and where the act begins. */
export const acts: Record<Exclude<Action, 'login'>, Act> = {
  'address-change': { wish: m.approval_wish_address, path: '/daten' },
  'bank-account-change': { wish: m.approval_wish_bank_account, path: '/daten' },
  'email-change': { wish: m.approval_wish_email, path: '/daten/zugang/email' },
  'mobile-change': { wish: m.approval_wish_mobile, path: '/daten/zugang/mobil' },
  'device-removal': { wish: m.approval_wish_device_removal, path: '/daten/zugang' },
  'device-transfer': { wish: m.approval_wish_device_transfer, path: '/daten/zugang' },
  'account-deletion': { wish: m.approval_wish_account_deletion, path: '/daten/zugang/loeschen' },
};
