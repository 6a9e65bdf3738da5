import { m } from '@of/i18n';
import { useSearchText } from '../../app/address';
import { LegalPage } from './legal-page';

export function PrivacyPage() {
  const fassung = useSearchText('fassung');
  return <LegalPage kind="privacy" path="/datenschutz-portal" title={m.shell_privacy()} version={fassung} />;
}
