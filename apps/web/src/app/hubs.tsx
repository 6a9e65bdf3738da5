import { Link } from '@tanstack/react-router';
import { CircleQuestionMark, House, KeyRound, Mailbox, UserRound } from 'lucide-react';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import { UnreadBadge } from '../features/postbox/unread-badge';
import { Countdown } from '../features/session/countdown';
import styles from './hubs.module.css';
import { personPath, usePersonId } from './person';

/** The areas of the portal, of the person somebody acts for; access belongs to oneself alone. A row below the header on wide screens. */
export function Hubs() {
  const personId = usePersonId();
  return (
    <nav className={styles.hubs} aria-label={m.shell_areas()}>
      <div className={classes('wrap', styles.hubsRow)}>
        <ul>
          <li>
            <Link to={personPath(personId, '/start')}>{m.shell_home()}</Link>
          </li>
          <li>
            <Link to={personPath(personId, '/postfach')}>
              {m.postbox_title()}
              <UnreadBadge personId={personId} />
            </Link>
          </li>
          <li>
            <Link to={personPath(personId, '/daten')} activeOptions={{ exact: true }}>
              {m.shell_my_data()}
            </Link>
          </li>
          <li>
            <Link to={personPath(personId, '/dokumente')}>{m.documents_title()}</Link>
          </li>
          {personId === 'me' && (
            <li>
              <Link to="/daten/zugang">{m.shell_access()}</Link>
            </li>
          )}
        </ul>
        <Countdown />
      </div>
    </nav>
  );
}

/** The same areas at the lower edge of small screens. */
export function BottomBar() {
  const personId = usePersonId();
  return (
    <nav className={styles.bar} aria-label={m.shell_areas_below()}>
      <ul>
        <li>
          <Link to={personPath(personId, '/start')}>
            <House aria-hidden />
            {m.shell_home()}
          </Link>
        </li>
        <li>
          <Link to={personPath(personId, '/postfach')}>
            <Mailbox aria-hidden />
            {m.postbox_title()}
            <UnreadBadge personId={personId} isInCorner />
          </Link>
        </li>
        <li>
          <Link to={personPath(personId, '/daten')} activeOptions={{ exact: true }} aria-label={m.shell_my_data()}>
            <UserRound aria-hidden />
            {m.shell_data_short()}
          </Link>
        </li>
        {personId === 'me' && (
          <li>
            <Link to="/daten/zugang">
              <KeyRound aria-hidden />
              {m.shell_access_short()}
            </Link>
          </li>
        )}
        <li>
          <Link to="/hilfe">
            <CircleQuestionMark aria-hidden />
            {m.shell_help()}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
