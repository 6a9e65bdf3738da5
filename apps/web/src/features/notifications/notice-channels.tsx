import type { ReactNode } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { m } from '@of/i18n';
import { FormCheckbox } from '../../app/forms/form-checkbox';
import { meQuery } from '../personal-data/api/personal-data.api';
import type { Channel, NoticeKind, Preferences } from './api/preferences.api';
import styles from './notifications.module.css';

const texts: Record<NoticeKind, { title: () => string; hint: () => string; fixed: () => string }> = {
  decision: {
    title: m.notifications_decision,
    hint: m.notifications_decision_hint,
    fixed: m.notifications_fixed_decision,
  },
  postbox: { title: m.notifications_postbox, hint: m.notifications_postbox_hint, fixed: m.notifications_always },
  security: {
    title: m.notifications_security,
    hint: m.notifications_security_hint,
    fixed: m.notifications_fixed_security,
  },
  cover: { title: m.notifications_cover, hint: m.notifications_cover_hint, fixed: m.notifications_fixed_cover },
  documents: {
    title: m.notifications_documents,
    hint: m.notifications_documents_hint,
    fixed: m.notifications_fixed_documents,
  },
};

const names: Record<Channel, () => string> = {
  email: m.notifications_email,
  sms: m.notifications_sms,
  push: m.notifications_push,
};

interface NoticeChannelsProps {
  kind: NoticeKind;
  channels: Preferences['notices'][number]['channels'];
}

/** One kind of notice: what always comes and why, and what the member may switch. */
export function NoticeChannels({ kind, channels }: NoticeChannelsProps) {
  const { title, hint, fixed } = texts[kind];
  const all = Object.keys(names) as Channel[];
  const always = all.filter((channel) => channels[channel].isFixed);
  const free = all.filter((channel) => !channels[channel].isFixed);
  const hintId = `hinweis-${kind}`;
  return (
    <fieldset className={styles.group} aria-describedby={hintId}>
      <legend>{title()}</legend>
      <p id={hintId} className="muted">
        {hint()}
      </p>
      {always.length > 0 && (
        <div className={styles.always}>
          <ul aria-label={m.notifications_always()}>
            {always.map((channel) => (
              <li key={channel}>
                <Check aria-hidden />
                <span>
                  {names[channel]()} <Missing channel={channel} />
                </span>
              </li>
            ))}
          </ul>
          <p className="small muted">{fixed()}</p>
        </div>
      )}
      {free.map((channel) => (
        <div key={channel}>
          <FormCheckbox name={`notices.${kind}.${channel}`}>
            {names[channel]()}
            {channel === 'push' && <span className={styles.aside}>{m.notifications_push_hint()}</span>}
          </FormCheckbox>
          <div className={styles.below}>
            <Missing channel={channel} />
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** Nothing comes where there is no confirmed address or number. */
function Missing({ channel }: { channel: Channel }): ReactNode {
  const { email, mobile } = useSuspenseQuery(meQuery).data;
  if (channel === 'email' && !email?.verified) {
    return (
      <span className={styles.aside}>
        {m.notifications_no_email()} <Link to="/daten/zugang/email">{m.notifications_add_email()}</Link>
      </span>
    );
  }
  if (channel === 'sms' && !mobile?.verified) {
    return (
      <span className={styles.aside}>
        {m.notifications_no_mobile()} <Link to="/daten/zugang/mobil">{m.notifications_add_mobile()}</Link>
      </span>
    );
  }
  return null;
}
