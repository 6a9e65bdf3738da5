import { Suspense, lazy } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { m } from '@of/i18n';
import { IdleWarning } from '../features/session/idle-warning';
import { sessionQuery } from '../features/session/session-query';
import { Footer } from './footer';
import { personIn } from './person';
import { Header } from './header';
import { PageLoading } from './page-loading';
import styles from './shell.module.css';

const ActingBand = lazy(() =>
  import('../features/family/acting-band').then((module) => ({ default: module.ActingBand })),
);
const Hubs = lazy(() => import('./hubs').then((module) => ({ default: module.Hubs })));
const BottomBar = lazy(() => import('./hubs').then((module) => ({ default: module.BottomBar })));

/** Pages that have the row of hubs; its place is kept while it is not yet known who is there. */
const memberPaths = /^\/(start|daten|familie|person|postfach|dokumente|bescheinigungen)(\/|$)/;

/** The frame of every page. */
export function Shell() {
  const { data: session = null, isPending } = useQuery(sessionQuery);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isMember = session !== null && session.nextStep === null;
  return (
    <>
      <div className={styles.skips}>
        <a href="#inhalt">{m.shell_skip_content()}</a>
        {isMember && <a href="#bereiche">{m.shell_skip_nav()}</a>}
      </div>
      <Header session={session} />
      {isMember && personIn(path) !== 'me' && (
        <Suspense fallback={null}>
          <ActingBand />
        </Suspense>
      )}
      {isPending && memberPaths.test(path) && <div className={styles.hubsSpace} />}
      {isMember && (
        <div id="bereiche" tabIndex={-1}>
          <Suspense fallback={<div className={styles.hubsSpace} />}>
            <Hubs />
          </Suspense>
        </div>
      )}
      <main id="inhalt" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer hasSession={isMember} />
      {isMember && (
        <Suspense fallback={null}>
          <BottomBar />
        </Suspense>
      )}
      <IdleWarning />
    </>
  );
}
