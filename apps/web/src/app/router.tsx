import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AnyRoute,
  type ParsedLocation,
} from '@tanstack/react-router';
import { guard, personGuard } from './guard';
import { NotFoundPage } from './not-found-page';
import { PageLoading } from './page-loading';
import { ProblemPage } from './problem-page';
import { Shell } from './shell';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});
/** A page that no first visit begins with. */
const laterPage = (name: keyof (typeof import('./later-pages'))['laterPages']) =>
  lazyRouteComponent(async () => ({ default: await (await import('./later-pages')).laterPages[name]() }));
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const step = ({ schritt }: Record<string, unknown>): { schritt?: string } => ({ schritt: text(schritt) });

const open = { getParentRoute: () => root } as const;
const member = createRoute({ ...open, id: 'member', beforeLoad: guard('member') });
const inside = { getParentRoute: () => member } as const;
/** Pages for a child: its id stands in the address. */
const person = createRoute({
  ...inside,
  path: '/person/$personId',
  beforeLoad: personGuard,
  notFoundComponent: lazyRouteComponent(() => import('../features/family/acting-ended-page'), 'ActingEnded'),
  errorComponent: lazyRouteComponent(() => import('../features/family/acting-ended-page'), 'ActingEndedPage'),
});
const forPerson = { getParentRoute: () => person } as const;

const routes = [
  createRoute({
    ...open,
    path: '/',
    component: lazyRouteComponent(() => import('../features/public/start-page'), 'StartPage'),
  }),
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
    component: laterPage('loginApproval'),
  }),
  createRoute({
    ...open,
    path: '/daten/zugang/geraet',
    validateSearch: ({ weg }: Record<string, unknown>): { weg?: string } => ({ weg: text(weg) }),
    beforeLoad: guard('new-device'),
    component: laterPage('newDevice'),
  }),
  createRoute({
    ...open,
    path: '/daten/zugang/loeschen',
    beforeLoad: guard('leave'),
    component: laterPage('deleteAccount'),
  }),
  createRoute({
    ...open,
    path: '/daten/export',
    beforeLoad: guard('leave'),
    component: laterPage('dataExport'),
  }),
  createRoute({
    ...open,
    path: '/freischalten',
    beforeLoad: guard('activate'),
    component: laterPage('activation'),
  }),
  createRoute({
    ...open,
    path: '/bedingungen',
    beforeLoad: guard('accept-terms'),
    component: laterPage('consent'),
  }),
  createRoute({
    ...open,
    path: '/kontakt-bestaetigen',
    beforeLoad: guard('confirm-contact'),
    component: laterPage('confirmContact'),
  }),
  createRoute({
    ...open,
    path: '/daten/zugang/passwort',
    beforeLoad: guard('change-password'),
    component: laterPage('password'),
  }),
  createRoute({
    ...open,
    path: '/hilfe',
    component: laterPage('help'),
  }),
  createRoute({
    ...open,
    path: '/hilfe/passwort-vergessen',
    component: laterPage('forgottenPassword'),
  }),
  createRoute({
    ...open,
    path: '/passwort-neu',
    component: laterPage('forgottenPassword'),
  }),
  createRoute({
    ...open,
    path: '/email-rueckgaengig',
    component: laterPage('undoEmail'),
  }),
  createRoute({
    ...open,
    path: '/hilfe/$id',
    component: laterPage('help'),
  }),
  createRoute({
    ...open,
    path: '/nutzungsbedingungen',
    validateSearch: ({ fassung }: Record<string, unknown>) => ({ fassung: text(fassung) }),
    component: laterPage('terms'),
  }),
  createRoute({
    ...open,
    path: '/datenschutz-portal',
    validateSearch: ({ fassung }: Record<string, unknown>) => ({ fassung: text(fassung) }),
    component: laterPage('privacy'),
  }),
  createRoute({
    ...open,
    path: '/barrierefreiheit',
    component: laterPage('accessibility'),
  }),
  createRoute({
    ...open,
    path: '/leichte-sprache',
    component: laterPage('simpleLanguage'),
  }),
  createRoute({
    ...open,
    path: '/impressum',
    component: laterPage('imprint'),
  }),
  createRoute({
    ...open,
    path: '/abgemeldet',
    validateSearch: ({ grund }: Record<string, unknown>) => ({ grund: text(grund) }),
    component: lazyRouteComponent(() => import('../features/identity/logged-out-page'), 'LoggedOutPage'),
  }),
  createRoute({ ...open, path: '/pruefen', component: laterPage('verification') }),
  createRoute({ ...open, path: '/pruefen/$id', component: laterPage('verification') }),
  createRoute({ ...open, path: '/problem', component: ProblemPage }),
  member.addChildren([
    person.addChildren([
      createRoute({ ...forPerson, path: '/start', component: laterPage('childHome') }),
      createRoute({ ...forPerson, path: '/daten', component: laterPage('childData') }),
      createRoute({ ...forPerson, path: '/dokumente', component: laterPage('documents') }),
      createRoute({ ...forPerson, path: '/dokumente/neu', validateSearch: step, component: laterPage('newDocument') }),
      createRoute({ ...forPerson, path: '/dokumente/$id', validateSearch: step, component: laterPage('document') }),
      createRoute({ ...forPerson, path: '/bescheinigungen', component: laterPage('certificates') }),
      createRoute({ ...forPerson, path: '/postfach', component: laterPage('postbox') }),
      createRoute({ ...forPerson, path: '/postfach/$id', component: laterPage('post') }),
    ]),
    createRoute({ ...inside, path: '/familie', component: laterPage('family') }),
    createRoute({ ...inside, path: '/dokumente', component: laterPage('documents') }),
    createRoute({ ...inside, path: '/dokumente/neu', validateSearch: step, component: laterPage('newDocument') }),
    createRoute({ ...inside, path: '/dokumente/$id', validateSearch: step, component: laterPage('document') }),
    createRoute({ ...inside, path: '/bescheinigungen', component: laterPage('certificates') }),
    createRoute({ ...inside, path: '/postfach', component: laterPage('postbox') }),
    createRoute({ ...inside, path: '/postfach/$id', component: laterPage('post') }),
    createRoute({
      ...inside,
      path: '/start',
      component: laterPage('home'),
    }),
    createRoute({
      ...inside,
      path: '/daten',
      component: laterPage('myData'),
    }),
    createRoute({
      ...inside,
      path: '/daten/zugang',
      component: laterPage('access'),
    }),
    createRoute({ ...inside, path: '/daten/anschrift', validateSearch: step, component: laterPage('address') }),
    createRoute({ ...inside, path: '/daten/konto', validateSearch: step, component: laterPage('bankAccount') }),
    createRoute({ ...inside, path: '/daten/festnetz', component: laterPage('phone') }),
    createRoute({ ...inside, path: '/daten/benachrichtigungen', component: laterPage('notifications') }),
    createRoute({ ...inside, path: '/daten/protokoll', component: laterPage('accessLog') }),
    createRoute({ ...inside, path: '/daten/freigabe/$id', component: laterPage('approval') }),
    createRoute({ ...inside, path: '/daten/zugang/geraete/$id', component: laterPage('device') }),
    createRoute({
      ...inside,
      path: '/daten/zugang/email',
      component: laterPage('changeEmail'),
    }),
    createRoute({
      ...inside,
      path: '/daten/zugang/mobil',
      component: laterPage('changeMobile'),
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
    // What one child's page holds must not be seen or sent at another's.
    defaultRemountDeps: ({ params }): unknown => params,
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
