import { useRouterState } from '@tanstack/react-router';

const prefix = /^\/person\/([^/]+)(?=\/|$)/;

/** For whom somebody acts stands in the address of the page and nowhere else; `me` without it. */
export function personIn(pathname: string): string {
  return prefix.exec(pathname)?.[1] ?? 'me';
}

/** The person of this page: for calls (`/insured-persons/{personId}`), and part of every key of a query about them. */
export function usePersonId(): string {
  return useRouterState({ select: ({ location }) => personIn(location.pathname) });
}

/**
 * A page for a person.
 * @param path without person, for example `/start`
 */
export function personPath(personId: string, path: '/start' | '/daten' | (string & {})): string {
  return personId === 'me' ? path : `/person/${personId}${path}`;
}
