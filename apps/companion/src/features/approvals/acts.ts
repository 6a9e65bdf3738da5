import { m } from '@of/i18n';
import type { DeviceApproval } from './api/approvals.api';

type Action = DeviceApproval['action'];

interface Act {
  /** The act as a question. */
  question: () => string;
  /** What follows from the release. */
  consequence: () => string;
  /** Its name in lists. */
  name: () => string;
}

const acts: Record<Action, Act> = {
  login: { question: m.app_act_login, consequence: m.app_after_login, name: m.app_done_login },
  'address-change': {
    question: m.app_act_address_change,
    consequence: m.app_after_address_change,
    name: m.app_done_address_change,
  },
  'bank-account-change': {
    question: m.app_act_bank_account_change,
    consequence: m.app_after_bank_account_change,
    name: m.app_done_bank_account_change,
  },
  'email-change': {
    question: m.app_act_email_change,
    consequence: m.app_after_email_change,
    name: m.app_done_email_change,
  },
  'mobile-change': {
    question: m.app_act_mobile_change,
    consequence: m.app_after_mobile_change,
    name: m.app_done_mobile_change,
  },
  'device-removal': {
    question: m.app_act_device_removal,
    consequence: m.app_after_device_removal,
    name: m.app_done_device_removal,
  },
  'device-transfer': {
    question: m.app_act_device_transfer,
    consequence: m.app_after_device_transfer,
    name: m.app_done_device_transfer,
  },
  'account-deletion': {
    question: m.app_act_account_deletion,
    consequence: m.app_after_account_deletion,
    name: m.app_done_account_deletion,
  },
};

export const actOf = ({ action }: Pick<DeviceApproval, 'action'>): Act => acts[action];

export function placeOf({ place }: DeviceApproval): string {
  return place === 'same-network' ? m.app_approval_same_network() : m.app_approval_other_network();
}

export function browserOf({ browser, knownBrowser }: DeviceApproval): string {
  return knownBrowser ? m.app_approval_known({ browser }) : m.app_approval_unknown({ browser });
}
