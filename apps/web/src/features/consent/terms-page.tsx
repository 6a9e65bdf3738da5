import { useSearch } from '@tanstack/react-router';
import { m } from '@of/i18n';
import { LegalPage } from './legal-page';

export function TermsPage() {
  const { fassung } = useSearch({ from: '/nutzungsbedingungen' });
  return <LegalPage kind="terms" path="/nutzungsbedingungen" title={m.shell_terms()} version={fassung} />;
}
