import type { DeviceWays, Me } from '@of/api-client';
import { formatDay, formatTime, m } from '@of/i18n';
import type { CoverEnd } from '../personal-data/cover-end';

export interface OpenMatter {
  id: string;
  title: string;
  text: string;
  /** Day by which it matters. */
  until?: string;
  act?: string;
  to?: '/daten/zugang/mobil' | '/daten/zugang/email' | '/daten/zugang/geraet';
}

interface Situation extends Pick<Me, 'email' | 'mobile'> {
  coverEnd?: CoverEnd;
  /** Known only as long as the account has no second factor. */
  ways?: DeviceWays;
}

/** What is open for the member, the most urgent first. Nothing is invented to fill the page. */
export function openMatters({ coverEnd, ways, email, mobile }: Situation): OpenMatter[] {
  const matters: OpenMatter[] = [];
  if (coverEnd) matters.push(coverMatter(coverEnd));
  if (ways) matters.push(deviceMatter(ways));
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

function coverMatter({ state, coverEndsOn, accessEndsOn }: CoverEnd): OpenMatter {
  if (state === 'ending') {
    const title = m.home_ending_title({ date: formatDay(coverEndsOn) });
    return { id: 'versicherung', title, text: m.home_ending_text(), until: coverEndsOn };
  }
  return {
    id: 'versicherung',
    title: accessEndsOn ? m.cover_access_title({ date: formatDay(accessEndsOn) }) : m.cover_access_soon(),
    text: `${m.cover_ended_title({ date: formatDay(coverEndsOn) })}. ${m.cover_what_to_do()}`,
    until: accessEndsOn ?? undefined,
  };
}

/** Right after activation the first device needs no letter: then the time is named. */
function deviceMatter({ transfer, until }: DeviceWays): OpenMatter {
  const isNow = transfer === 'first-device' && until !== null;
  return {
    id: 'geraet',
    title: m.home_device_title(),
    text: isNow ? m.home_device_now({ time: formatTime(new Date(until)) }) : m.home_device_text(),
    act: m.home_device_act(),
    to: '/daten/zugang/geraet',
  };
}
