import { useSearch } from '@tanstack/react-router';
import { m } from '@of/i18n';
import { LegalPage } from './legal-page';

export function PrivacyPage() {
  const { fassung } = useSearch({ from: '/datenschutz-portal' });
  return <LegalPage kind="privacy" path="/datenschutz-portal" title={m.shell_privacy()} version={fassung} />;
}
