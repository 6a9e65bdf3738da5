import { m } from '@of/i18n';
import { useSearchText } from '../../app/address';
import { LegalPage } from './legal-page';

export function TermsPage() {
  const fassung = useSearchText('fassung');
  return <LegalPage kind="terms" path="/nutzungsbedingungen" title={m.shell_terms()} version={fassung} />;
}
