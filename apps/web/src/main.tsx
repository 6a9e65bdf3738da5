import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakLanguage } from '@of/api-client';
import { language } from '@of/i18n';
import { App } from './app/app';
import { reloadAfterNewRelease } from './app/new-release';
import { createQueryClient } from './app/query-client';
import { createPortalRouter, preloadPage } from './app/router';
import { wireSession } from './app/session-wiring';
import { restoreTheme } from './app/theme';
import { meQuery } from './features/personal-data/api/personal-data.api';
import { capturePostedCode } from './features/session/posted-code-link';
import { sessionQuery } from './features/session/session-query';

capturePostedCode();
reloadAfterNewRelease();
restoreTheme();
document.documentElement.lang = language();
speakLanguage(language);

const queryClient = createQueryClient();
const router = createPortalRouter(queryClient);
wireSession(router, queryClient);
// Who is signed in and the code of the page are asked for side by side, and the data as soon as it is known whose.
void queryClient.fetchQuery(sessionQuery).then(
  (session) => {
    if (session?.nextStep === null) void queryClient.prefetchQuery(meQuery);
  },
  () => undefined, // the guard meets the same problem and shows it
);
preloadPage(router);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App router={router} queryClient={queryClient} />
  </StrictMode>,
);
