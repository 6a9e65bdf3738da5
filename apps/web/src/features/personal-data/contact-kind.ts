import type { Approval } from '@of/api-client';
import { m } from '@of/i18n';
import { confirmEmail, confirmMobile, nameEmail, nameMobile } from './api/personal-data.api';

/** What differs between an e-mail address and a mobile number. */
export interface ContactKind {
  pointer: '/email' | '/mobile';
  inputType: 'email' | 'tel';
  autoComplete: 'email' | 'tel';
  label: () => string;
  hint: () => string;
  codeTitle: () => string;
  codeLead: (value: string) => string;
  other: () => string;
  check: (value: string) => true | string;
  /** @returns what has to be released on a device first; null: the code is on its way */
  name: (value: string, password: string) => Promise<Approval | null>;
  action: 'email-change' | 'mobile-change';
  confirm: (code: string) => Promise<void>;
}

export const emailContact: ContactKind = {
  pointer: '/email',
  inputType: 'email',
  autoComplete: 'email',
  label: () => m.contact_email(),
  hint: () => m.contact_email_hint(),
  codeTitle: () => m.contact_email_code_title(),
  codeLead: (value) => m.contact_code_lead({ value }),
  other: () => m.contact_email_other(),
  check: (value) => /^\S+@[^\s@]+\.[^\s@]{2,}$/.test(value.trim()) || m.contact_email_format(),
  name: nameEmail,
  action: 'email-change',
  confirm: confirmEmail,
};

export const mobileContact: ContactKind = {
  pointer: '/mobile',
  inputType: 'tel',
  autoComplete: 'tel',
  label: () => m.contact_mobile(),
  hint: () => m.contact_mobile_hint(),
  codeTitle: () => m.contact_mobile_code_title(),
  codeLead: (value) => m.contact_code_lead({ value }),
  other: () => m.contact_mobile_other(),
  check: (value) => /^[+0][\d\s()/.-]{7,}$/.test(value.trim()) || m.contact_mobile_format(),
  name: nameMobile,
  action: 'mobile-change',
  confirm: confirmMobile,
};
