import { Suspense, lazy, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { BookOpen, CircleQuestionMark, Menu, X } from 'lucide-react';
import { BrandMark, classes } from '@of/ui';
import { m } from '@of/i18n';
import type { Session } from '@of/api-client';
import { useBranding } from './branding';
import { LanguageLink } from './language-link';
import { personPath, usePersonId } from './person';
import styles from './header.module.css';

const AccountMenu = lazy(() => import('./account-menu').then((module) => ({ default: module.AccountMenu })));

export function Header({ session }: { session: Session | null }) {
  const branding = useBranding();
  const personId = usePersonId();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <header className={styles.header}>
      <div className={classes('wrap', styles.headerRow)}>
        <Link className={styles.brand} to={session ? personPath(personId, '/start') : '/'}>
          <BrandMark />
          <span className={styles.brandName}>
            <b>{branding?.insurerName ?? '\u00a0'}</b>
            <span>{branding?.serviceName ?? 'Onlinefiliale'}</span>
          </span>
        </Link>
        <ul className={styles.links}>
          {!session && (
            <li>
              <Link className={styles.link} to="/leichte-sprache">
                <BookOpen aria-hidden />
                {m.shell_simple_language()}
              </Link>
            </li>
          )}
          <li>
            <LanguageLink id="sprache" />
          </li>
          <li>
            <Link className={styles.link} to="/hilfe">
              <CircleQuestionMark aria-hidden />
              {m.shell_help()}
            </Link>
          </li>
        </ul>
        {session ? (
          <Suspense fallback={null}>
            <AccountMenu session={session} />
          </Suspense>
        ) : (
          <>
            <button
              type="button"
              className={classes(styles.link, styles.onlyPhone)}
              aria-expanded={isOpen}
              aria-controls="kopfmenue"
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? <X aria-hidden /> : <Menu aria-hidden />}
              {m.shell_menu()}
            </button>
            <ul id="kopfmenue" className={styles.phoneMenu} hidden={!isOpen}>
              <li>
                <Link className={styles.link} to="/anmelden" onClick={close}>
                  {m.shell_log_in()}
                </Link>
              </li>
              <li>
                <Link className={styles.link} to="/leichte-sprache" onClick={close}>
                  {m.shell_simple_language()}
                </Link>
              </li>
              <li>
                <Link className={styles.link} to="/hilfe" onClick={close}>
                  {m.shell_help()}
                </Link>
              </li>
              <li>
                <LanguageLink id="sprache-menue" />
              </li>
            </ul>
          </>
        )}
      </div>
    </header>
  );
}
