import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakLanguage } from '@of/api-client';
import { language } from '@of/i18n';
import { App } from './app/app';
import { followHints, receiveEntryLinks } from './app/entry';
import { keepInstallPrompt } from './app/install';
import { watchReleases } from './app/new-release';
import { createQueryClient } from './app/query-client';
import { followServerClock } from './app/server-clock';
import { deviceStateQuery, watchDeviceState } from './features/accounts/device-state';

receiveEntryLinks();
followHints();
keepInstallPrompt();
document.documentElement.lang = language();
speakLanguage(language);
followServerClock();

const queryClient = createQueryClient();
watchDeviceState(queryClient);
// Who is here is asked for while the page is being built.
void queryClient.prefetchQuery(deviceStateQuery);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>,
);

// The shell is stored once everything else has been asked for.
if (import.meta.env.PROD) addEventListener('load', () => void watchReleases().catch(() => undefined));
