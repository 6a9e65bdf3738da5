import { Suspense, lazy } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { useLanguage } from '@of/i18n';
import { AccountsPage } from '../features/accounts/accounts-page';
import { ApprovalPage } from '../features/approvals/approval-page';
import { StartPage } from '../features/approvals/start-page';
import { Gate } from './gate';
import { MissingPage } from './missing-page';
import { Loading, Shell } from './shell';

const HistoryPage = lazy(() =>
  import('../features/approvals/history-page').then((module) => ({ default: module.HistoryPage })),
);
const PhotoPage = lazy(() => import('../features/photo/photo-page').then((module) => ({ default: module.PhotoPage })));
const PostboxPage = lazy(() =>
  import('../features/postbox/postbox-page').then((module) => ({ default: module.PostboxPage })),
);
const PostPage = lazy(() => import('../features/postbox/post-page').then((module) => ({ default: module.PostPage })));
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page').then((module) => ({ default: module.SettingsPage })),
);
const SetupPages = lazy(() =>
  import('../features/setup/setup-pages').then((module) => ({ default: module.SetupPages })),
);
const TransferPage = lazy(() =>
  import('../features/setup/transfer-page').then((module) => ({ default: module.TransferPage })),
);

/** A switch of the language draws everything anew. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <Shell key={language}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/konten">
              <AccountsPage />
            </Route>
            <Route path="/einrichten/:step?" component={SetupPages} />
            <Route path="/geraet" component={TransferPage} />
            <Route path="/">
              <Gate>
                <StartPage />
              </Gate>
            </Route>
            <Route path="/freigabe/:id">
              {({ id }) => (
                <Gate>
                  <ApprovalPage key={id} id={id} />
                </Gate>
              )}
            </Route>
            <Route path="/verlauf">
              <Gate>
                <HistoryPage />
              </Gate>
            </Route>
            <Route path="/foto">
              <Gate>
                <PhotoPage />
              </Gate>
            </Route>
            <Route path="/postfach">
              <Gate>
                <PostboxPage />
              </Gate>
            </Route>
            <Route path="/postfach/:id">
              {({ id }) => (
                <Gate>
                  <PostPage key={id} id={id} />
                </Gate>
              )}
            </Route>
            <Route path="/einstellungen">
              <Gate>
                <SettingsPage />
              </Gate>
            </Route>
            <Route component={MissingPage} />
          </Switch>
        </Suspense>
      </Shell>
    </QueryClientProvider>
  );
}
