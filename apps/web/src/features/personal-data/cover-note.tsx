import { Note } from '@of/ui';
import { formatDay, m } from '@of/i18n';
import type { CoverEnd } from './cover-end';

/** Says calmly how long the account stays open, and what to do until then. */
export function CoverNote({ end: { state, coverEndsOn, accessEndsOn } }: { end: CoverEnd }) {
  return (
    <Note kind="warn">
      <p>
        <strong>
          {state === 'ending'
            ? m.home_ending_title({ date: formatDay(coverEndsOn) })
            : m.cover_ended_title({ date: formatDay(coverEndsOn) })}
        </strong>
      </p>
      <p>
        {accessEndsOn ? m.cover_access_until({ date: formatDay(accessEndsOn) }) : m.cover_access_soon()}{' '}
        {m.cover_what_to_do()}
      </p>
    </Note>
  );
}
