import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AnyRoute,
  type ParsedLocation,
} from '@tanstack/react-router';
import { guard } from './guard';
import { NotFoundPage } from './not-found-page';
import { PageLoading } from './page-loading';
import { ProblemPage } from './problem-page';
import { Shell } from './shell';
import { StartPage } from '../features/public/start-page';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});
/** A page of the members' own list. */
const memberPage = (name: keyof (typeof import('./member-pages'))['memberPages']) =>
  lazyRouteComponent(async () => ({ default: await (await import('./member-pages')).memberPages[name]() }));
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const open = { getParentRoute: () => root } as const;
const member = createRoute({ ...open, id: 'member', beforeLoad: guard('member') });
const inside = { getParentRoute: () => member } as const;

const routes = [
  createRoute({ ...open, path: '/', component: StartPage }),
  createRoute({
    ...open,
    path: '/registrieren',
    validateSearch: ({ schritt }: Record<string, unknown>) => ({ schritt: text(schritt) }),
    beforeLoad: guard('guest'),
    component: lazyRouteComponent(() => import('../features/registration/registration-page'), 'RegistrationPage'),
  }),
  createRoute({
    ...open,
    path: '/anmelden',
    beforeLoad: guard('guest'),
    component: lazyRouteComponent(() => import('../features/identity/login-page'), 'LoginPage'),
  }),
  createRoute({
    ...open,
    path: '/anmelden/freigabe',
    beforeLoad: guard('approve-login'),
    component: memberPage('loginApproval'),
  }),
  createRoute({
    ...open,
    path: '/daten/zugang/geraet',
    validateSearch: ({ weg }: Record<string, unknown>): { weg?: string } => ({ weg: text(weg) }),
    beforeLoad: guard('new-device'),
    component: memberPage('newDevice'),
  }),
  createRoute({
    ...open,
    path: '/daten/zugang/loeschen',
    beforeLoad: guard('leave'),
    component: memberPage('deleteAccount'),
  }),
  createRoute({
    ...open,
    path: '/freischalten',
    beforeLoad: guard('activate'),
    component: memberPage('activation'),
  }),
  createRoute({
    ...open,
    path: '/bedingungen',
    beforeLoad: guard('accept-terms'),
    component: memberPage('consent'),
  }),
  createRoute({
    ...open,
    path: '/kontakt-bestaetigen',
    beforeLoad: guard('confirm-contact'),
    component: memberPage('confirmContact'),
  }),
  createRoute({
    ...open,
    path: '/daten/zugang/passwort',
    beforeLoad: guard('change-password'),
    component: memberPage('password'),
  }),
  createRoute({
    ...open,
    path: '/hilfe',
    component: lazyRouteComponent(() => import('../features/support/help-page'), 'HelpPage'),
  }),
  createRoute({
    ...open,
    path: '/hilfe/passwort-vergessen',
    component: lazyRouteComponent(
      () => import('../features/recovery/forgotten-password-page'),
      'ForgottenPasswordPage',
    ),
  }),
  createRoute({
    ...open,
    path: '/passwort-neu',
    component: lazyRouteComponent(
      () => import('../features/recovery/forgotten-password-page'),
      'ForgottenPasswordPage',
    ),
  }),
  createRoute({
    ...open,
    path: '/email-rueckgaengig',
    component: lazyRouteComponent(() => import('../features/recovery/undo-email-page'), 'UndoEmailPage'),
  }),
  createRoute({
    ...open,
    path: '/hilfe/$id',
    component: lazyRouteComponent(() => import('../features/support/help-page'), 'HelpPage'),
  }),
  createRoute({
    ...open,
    path: '/nutzungsbedingungen',
    validateSearch: ({ fassung }: Record<string, unknown>) => ({ fassung: text(fassung) }),
    component: lazyRouteComponent(() => import('../features/consent/terms-page'), 'TermsPage'),
  }),
  createRoute({
    ...open,
    path: '/datenschutz-portal',
    validateSearch: ({ fassung }: Record<string, unknown>) => ({ fassung: text(fassung) }),
    component: lazyRouteComponent(() => import('../features/consent/privacy-page'), 'PrivacyPage'),
  }),
  createRoute({
    ...open,
    path: '/barrierefreiheit',
    component: lazyRouteComponent(() => import('../features/public/accessibility-page'), 'AccessibilityPage'),
  }),
  createRoute({
    ...open,
    path: '/leichte-sprache',
    component: lazyRouteComponent(() => import('../features/public/simple-language-page'), 'SimpleLanguagePage'),
  }),
  createRoute({
    ...open,
    path: '/impressum',
    component: lazyRouteComponent(() => import('../features/public/imprint-page'), 'ImprintPage'),
  }),
  createRoute({
    ...open,
    path: '/abgemeldet',
    validateSearch: ({ grund }: Record<string, unknown>) => ({ grund: text(grund) }),
    component: lazyRouteComponent(() => import('../features/identity/logged-out-page'), 'LoggedOutPage'),
  }),
  createRoute({ ...open, path: '/problem', component: ProblemPage }),
  member.addChildren([
    createRoute({
      ...inside,
      path: '/start',
      component: memberPage('home'),
    }),
    createRoute({
      ...inside,
      path: '/daten',
      component: memberPage('myData'),
    }),
    createRoute({
      ...inside,
      path: '/daten/zugang',
      component: memberPage('access'),
    }),
    createRoute({ ...inside, path: '/daten/freigabe/$id', component: memberPage('approval') }),
    createRoute({ ...inside, path: '/daten/zugang/geraete/$id', component: memberPage('device') }),
    createRoute({
      ...inside,
      path: '/daten/zugang/email',
      component: memberPage('changeEmail'),
    }),
    createRoute({
      ...inside,
      path: '/daten/zugang/mobil',
      component: memberPage('changeMobile'),
    }),
    createRoute({
      ...inside,
      path: '/daten/benachrichtigungen',
      component: lazyRouteComponent(() => import('../features/notifications/notifications-page'), 'NotificationsPage'),
    }),
  ]),
];

export function createPortalRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren(routes),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: ProblemPage,
    defaultNotFoundComponent: NotFoundPage,
  });
}

/** Loads the code of the page in the address at once, while its guard is still asking who is there. */
export function preloadPage(router: PortalRouter): void {
  const known = router.routesById as Record<string, AnyRoute | undefined>;
  for (const { routeId } of router.matchRoutes(router.latestLocation as ParsedLocation)) {
    const route = known[routeId as string];
    if (route) void router.loadRouteChunk(route);
  }
}

export type PortalRouter = ReturnType<typeof createPortalRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: PortalRouter;
  }
}
