import type { QueryClient } from '@tanstack/react-query';
import { observeAnswers, type Session } from '@of/api-client';
import { saveWhenLeftAlone } from '../features/drafts/open-forms';
import { pageOf, rememberTarget, takeTarget } from '../features/session/deep-link';
import { sessionQuery } from '../features/session/session-query';
import {
  announceBegin,
  onSessionBeginElsewhere,
  onSessionEnd,
  watchSession,
  type EndReason,
} from '../features/session/session-watch';
import { HOME_PATH, pathAfter } from '../features/session/step-guard';
import { forgetPersonalData } from './query-client';
import type { PortalRouter } from './router';

const publicPaths =
  /^\/($|hilfe|nutzungsbedingungen|datenschutz-portal|barrierefreiheit|leichte-sprache|impressum|abgemeldet|passwort-neu|email-rueckgaengig)/;

const reasonInAddress: Record<EndReason, string | undefined> = {
  logout: undefined,
  expired: 'zeit',
  unconfirmed: 'ungewiss',
  elsewhere: 'beendet',
  deleted: 'geloescht',
};

/** What the end and the beginning of a session mean for the pages. */
export function wireSession(router: PortalRouter, queryClient: QueryClient): void {
  watchSession();
  saveWhenLeftAlone();
  onSessionEnd((reason) => {
    const { pathname, searchStr } = router.state.location;
    forgetPersonalData(queryClient);
    const comesBack = reason === 'expired' || reason === 'elsewhere';
    if (!comesBack) takeTarget();
    else if (!publicPaths.test(pathname)) rememberTarget(pathname + searchStr);
    void router.navigate({ to: '/abgemeldet', search: { grund: reasonInAddress[reason] }, replace: true });
  });
  const startAnew = () => {
    forgetPersonalData(queryClient);
    void queryClient.refetchQueries(sessionQuery).then(() => router.invalidate());
  };
  onSessionBeginElsewhere(startAnew);
  // A step has come up in the middle of a session, for example new terms: the guard leads there.
  observeAnswers(({ code }) => {
    if (code === 'step-required') void queryClient.refetchQueries(sessionQuery).then(() => router.invalidate());
  });
  // A page that comes back from the back-forward cache shows nothing of a session that may be over.
  addEventListener('pageshow', (event) => event.persisted && startAnew());
}

/** Takes over a session that a call has returned, and goes to its next step. */
export async function continueWith(session: Session, router: PortalRouter, queryClient: QueryClient): Promise<void> {
  queryClient.setQueryData(sessionQuery.queryKey, session);
  const path = pathAfter(session);
  await router.navigate({ ...pageOf(path === HOME_PATH ? (takeTarget() ?? HOME_PATH) : path), replace: true });
}

/** The same after a login: other tabs hear of it, and nothing of an earlier person is left. */
export async function beginWith(session: Session, router: PortalRouter, queryClient: QueryClient): Promise<void> {
  forgetPersonalData(queryClient);
  announceBegin();
  await continueWith(session, router, queryClient);
}
