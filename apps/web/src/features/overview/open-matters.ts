import type { Me } from '@of/api-client';
import { formatDay, m } from '@of/i18n';

export interface OpenMatter {
  id: string;
  title: string;
  text: string;
  /** Day by which it matters. */
  until?: string;
  act?: string;
  to?: '/daten/zugang/mobil' | '/daten/zugang/email';
}

/** What is open for the member, the most urgent first. Nothing is invented to fill the page. */
export function openMatters({ insurance, email, mobile }: Pick<Me, 'insurance' | 'email' | 'mobile'>): OpenMatter[] {
  const matters: OpenMatter[] = [];
  if (insurance?.status === 'ending' && insurance.to) {
    matters.push({
      id: 'versicherung',
      title: m.home_ending_title({ date: formatDay(insurance.to) }),
      text: m.home_ending_text(),
      until: insurance.to,
    });
  }
  if (!email?.verified) {
    matters.push({
      id: 'email',
      title: m.home_email_title(),
      text: m.home_email_text(),
      act: m.access_change_email(),
      to: '/daten/zugang/email',
    });
  }
  if (mobile && !mobile.verified) {
    matters.push({
      id: 'mobil',
      title: m.home_mobile_title(),
      text: m.home_mobile_text(),
      act: m.home_mobile_act(),
      to: '/daten/zugang/mobil',
    });
  }
  return matters;
}
