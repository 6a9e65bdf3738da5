import type { NextStep, Session } from '@of/api-client';

/** Where each open step of a session is done. */
export const stepPaths: Record<NextStep, string> = {
  activate: '/freischalten',
  'approve-login': '/anmelden/freigabe',
  'change-password': '/daten/zugang/passwort',
  'accept-terms': '/bedingungen',
  'confirm-contact': '/kontakt-bestaetigen',
};

export const LOGIN_PATH = '/anmelden';
export const HOME_PATH = '/start';

/**
 * A page of the member area, or of one step. `new-device` is open to members and to whoever waits for the release on a
 * device that is lost; `leave` to everybody whose login needs no release.
 */
export type PageArea = 'member' | NextStep | 'new-device' | 'leave' | 'guest';

/** What is open once nothing has to be done first. */
const memberAreas: ReadonlySet<PageArea> = new Set(['member', 'change-password', 'new-device', 'leave']);

/**
 * Where somebody is sent who opens a page.
 * @returns a path, or `null` when the page may be shown
 */
export function redirectFor(session: Session | null, area: PageArea): string | null {
  if (area === 'guest') return session === null ? null : pathAfter(session);
  if (session === null) return LOGIN_PATH;
  if (session.nextStep === null) return memberAreas.has(area) ? null : HOME_PATH;
  const isWaiting = session.nextStep === 'approve-login';
  const isOpen = session.nextStep === area || (isWaiting ? area === 'new-device' : area === 'leave');
  return isOpen ? null : stepPaths[session.nextStep];
}

/** Where a session goes on: the open step, or home. */
export function pathAfter(session: Session): string {
  return session.nextStep === null ? HOME_PATH : stepPaths[session.nextStep];
}
