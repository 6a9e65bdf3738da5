import { Check } from 'lucide-react';
import { Link, Redirect } from 'wouter';
import { Section, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { useSession } from '../accounts/device-state';
import { InstallHelp } from '../settings/install-help';
import styles from './setup.module.css';

export function ReadyStep() {
  const session = useSession();
  if (!session) return <Redirect to="/" replace />;
  return (
    <div className="stack stack-32">
      <span className={styles.sign}>
        <Check aria-hidden />
      </span>
      <PageHeading lead={m.app_ready_lead()}>{m.app_ready_title()}</PageHeading>
      <Link href="/" className={buttonClass()}>
        {m.app_ready_start()}
      </Link>
      <Section title={m.app_settings_install()}>
        <InstallHelp />
      </Section>
    </div>
  );
}
