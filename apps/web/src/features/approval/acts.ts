import type { Approval } from '@of/api-client';
import { m } from '@of/i18n';

export type Action = Approval['action'];

interface Act {
  /** Name of the task. */
  name: () => string;
  /** What the member wants, as one sentence. */
  wish: () => string;
  /** Where it is asked for. */
  path:
    | '/daten/anschrift'
    | '/daten/konto'
    | '/daten/zugang'
    | '/daten/zugang/email'
    | '/daten/zugang/mobil'
    | '/daten/zugang/loeschen';
  /** Which step of its task the waiting is. */
  step?: { current: number; total: number; isLastOpen?: boolean };
}

/** What the portal says about an act that is released on a device, and where the act begins. */
export const acts: Record<Exclude<Action, 'login'>, Act> = {
  'address-change': {
    name: m.address_title,
    wish: m.approval_wish_address,
    path: '/daten/anschrift',
    step: { current: 3, total: 4 },
  },
  'bank-account-change': {
    name: m.bank_title,
    wish: m.approval_wish_bank_account,
    path: '/daten/konto',
    step: { current: 3, total: 4 },
  },
  'email-change': {
    name: m.access_change_email,
    wish: m.approval_wish_email,
    path: '/daten/zugang/email',
    step: { current: 2, total: 3, isLastOpen: true },
  },
  'mobile-change': {
    name: m.access_change_mobile,
    wish: m.approval_wish_mobile,
    path: '/daten/zugang/mobil',
    step: { current: 2, total: 3, isLastOpen: true },
  },
  'device-removal': { name: m.device_remove, wish: m.approval_wish_device_removal, path: '/daten/zugang' },
  'device-transfer': { name: m.device_new_title, wish: m.approval_wish_device_transfer, path: '/daten/zugang' },
  'account-deletion': {
    name: m.deletion_wizard,
    wish: m.approval_wish_account_deletion,
    path: '/daten/zugang/loeschen',
    step: { current: 3, total: 3, isLastOpen: true },
  },
};
