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
  name: (value: string, password: string) => Promise<void>;
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
  confirm: confirmMobile,
};
