import { Link } from '@tanstack/react-router';
import { CircleQuestionMark, House, KeyRound, UserRound } from 'lucide-react';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import { Countdown } from '../features/session/countdown';
import styles from './hubs.module.css';

/** The areas of the portal: a row below the header on wide screens. */
export function Hubs() {
  return (
    <nav className={styles.hubs} aria-label={m.shell_areas()}>
      <div className={classes('wrap', styles.hubsRow)}>
        <ul>
          <li>
            <Link to="/start">{m.shell_home()}</Link>
          </li>
          <li>
            <Link to="/daten" activeOptions={{ exact: true }}>
              {m.shell_my_data()}
            </Link>
          </li>
          <li>
            <Link to="/daten/zugang">{m.shell_access()}</Link>
          </li>
        </ul>
        <Countdown />
      </div>
    </nav>
  );
}

/** The same areas at the lower edge of small screens. */
export function BottomBar() {
  return (
    <nav className={styles.bar} aria-label={m.shell_areas_below()}>
      <ul>
        <li>
          <Link to="/start">
            <House aria-hidden />
            {m.shell_home()}
          </Link>
        </li>
        <li>
          <Link to="/daten" activeOptions={{ exact: true }} aria-label={m.shell_my_data()}>
            <UserRound aria-hidden />
            {m.shell_data_short()}
          </Link>
        </li>
        <li>
          <Link to="/daten/zugang">
            <KeyRound aria-hidden />
            {m.shell_access_short()}
          </Link>
        </li>
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
