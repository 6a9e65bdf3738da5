import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  ChevronDown,
  CircleUserRound,
  History,
  Mailbox,
  RefreshCw,
  Settings,
  ShieldCheck,
  WifiOff,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { BrandMark, Button } from '@of/ui';
import { m } from '@of/i18n';
import { useSession } from '../features/accounts/device-state';
import { openApprovalsQuery } from '../features/approvals/api/approvals.api';
import { useApprovalStream } from '../features/approvals/approval-stream';
import { unreadPostQuery } from '../features/postbox/api/postbox.api';
import { useHints } from '../features/push/hints';
import { useBranding } from './branding';
import { startNewRelease, useIsOutdated } from './new-release';
import styles from './shell.module.css';
import { useOnline } from './use-online';

/** The frame of every page: one narrow column, on a phone and on a wide screen. */
export function Shell({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const session = useSession();
  useApprovalStream(session?.deviceId);
  const waiting = useQuery({ ...openApprovalsQuery, enabled: session !== null }).data?.length;
  useHints(session?.deviceId, waiting);
  // Deciding takes the whole screen: nothing beside it to press.
  const isDeciding = path.startsWith('/freigabe/') && session !== null;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#inhalt">
        {m.shell_skip_content()}
      </a>
      {!isDeciding && <Header name={session?.givenName} />}
      <Bands />
      <main id="inhalt" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      {!isDeciding && session && <BottomBar path={path} />}
    </div>
  );
}

function Header({ name }: { name: string | undefined }) {
  const branding = useBranding();
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.brand}>
        <BrandMark />
        <span className={styles.brandName}>
          <b>{branding?.insurerName ?? '\u00a0'}</b>
          <span>{m.app_service()}</span>
        </span>
      </Link>
      {name && (
        <Link href="/konten" className={styles.account} aria-label={m.app_accounts_button({ name })}>
          <CircleUserRound aria-hidden />
          <span>{name}</span>
          <ChevronDown aria-hidden />
        </Link>
      )}
    </header>
  );
}

/** What concerns every page: no network, or an old release. */
function Bands() {
  const isOnline = useOnline();
  const isOutdated = useIsOutdated();
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.band}>
          <WifiOff aria-hidden />
          <span>{m.app_offline()}</span>
        </p>
      )}
      {isOutdated && (
        <div className={styles.band}>
          <RefreshCw aria-hidden />
          <span>{m.app_outdated()}</span>
          <Button isSmall look="second" onClick={startNewRelease}>
            {m.app_update()}
          </Button>
        </div>
      )}
    </div>
  );
}

function BottomBar({ path }: { path: string }) {
  const open = useQuery(openApprovalsQuery).data?.length ?? 0;
  const unread = useQuery(unreadPostQuery).data ?? 0;
  const hubs = [
    { to: '/', icon: ShieldCheck, label: m.app_approvals(), count: open },
    { to: '/postfach', icon: Mailbox, label: m.app_postbox(), count: unread },
    { to: '/verlauf', icon: History, label: m.app_history(), count: 0 },
    { to: '/einstellungen', icon: Settings, label: m.app_settings(), count: 0 },
  ];
  return (
    <nav className={styles.bar} aria-label={m.app_nav()}>
      <ul>
        {hubs.map(({ to, icon: Icon, label, count }) => (
          <li key={to}>
            <Link href={to} aria-current={path === to ? 'page' : undefined}>
              <Icon aria-hidden className="icon-24" />
              {label}
              {count > 0 && (
                <>
                  <span className={styles.badge} aria-hidden>
                    {count > 9 ? '9+' : count}
                  </span>
                  <span className="vh">{m.app_open_count({ count: String(count) })}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Nothing at first; who waits longer is told so. */
export function Loading() {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), 800);
    return () => clearTimeout(timer);
  }, []);
  return <p role="status">{isSlow && m.shell_loading()}</p>;
}
