import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect, type ParsedLocation } from '@tanstack/react-router';
import { familyQuery } from '../features/family/api/family.api';
import { pageOf, rememberTarget, takeTarget } from '../features/session/deep-link';
import { sessionQuery } from '../features/session/session-query';
import { HOME_PATH, LOGIN_PATH, redirectFor, type PageArea } from '../features/session/step-guard';

interface GuardArguments {
  context: { queryClient: QueryClient };
  location: ParsedLocation;
}

/** Lets a page open, or leads to where the person has to be first; the page that was asked for is kept. */
export function guard(area: PageArea) {
  return async ({ context, location }: GuardArguments): Promise<void> => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    const path = redirectFor(session, area);
    if (path === null) return;
    const isMemberPage = area === 'member' || area === 'change-password' || area === 'activate';
    if (isMemberPage && path !== HOME_PATH) rememberTarget(location.pathname + location.searchStr);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
    throw redirect({
      ...pageOf(path === HOME_PATH ? (takeTarget() ?? HOME_PATH) : path),
      replace: path !== LOGIN_PATH,
    });
  };
}

/** Pages for a child open to whoever may act for it today; the API asks again with each call. */
export async function personGuard({
  context,
  params,
}: {
  context: { queryClient: QueryClient };
  params: { personId: string };
}): Promise<void> {
  const family = await context.queryClient.fetchQuery(familyQuery);
  const isChild = family.some(({ insuredId, relation }) => insuredId === params.personId && relation === 'child');
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to say so
  if (!isChild) throw notFound();
}
