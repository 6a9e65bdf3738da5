import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useLanguage } from '@of/i18n';
import type { PortalRouter } from './router';

/** A switch of the language draws everything anew. */
export function App({ router, queryClient }: { router: PortalRouter; queryClient: QueryClient }) {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider key={language} router={router} />
    </QueryClientProvider>
  );
}
