import { Suspense, lazy } from 'react';
import { Link } from '@tanstack/react-router';
import { BranchDrawing, buttonClass, classes } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { useHeadingFocus } from '../../app/heading-focus';
import { usePageTitle } from '../../app/page-title';
import styles from './start-page.module.css';

/** What lies below the fold comes after it. */
const StartServices = lazy(() => import('./start-services').then((module) => ({ default: module.StartServices })));

export function StartPage() {
  const branding = useBranding();
  const heading = useHeadingFocus();
  usePageTitle('');
  return (
    <div className={classes('wrap', styles.page)}>
      <div className={styles.hero}>
        <div className={styles.heroText}>
          <h1 ref={heading} tabIndex={-1}>
            {m.start_title()}
          </h1>
          <p className="lead">{m.start_lead({ insurer: branding?.insurerName ?? '' })}</p>
          <div className="button-row">
            <Link className={buttonClass()} to="/anmelden">
              {m.shell_log_in()}
            </Link>
            <Link className={buttonClass({ look: 'second' })} to="/registrieren" search={{ schritt: undefined }}>
              {m.shell_register()}
            </Link>
          </div>
          <p className="small muted">
            {m.start_no_access()} <Link to="/hilfe/passwort-vergessen">{m.start_forgotten()}</Link>
          </p>
        </div>
        <BranchDrawing sign={m.start_sign()} className={styles.heroArt} />
      </div>
      <div className={styles.doorstep} />
      <Suspense fallback={<div className={styles.below} />}>
        <StartServices />
      </Suspense>
    </div>
  );
}
