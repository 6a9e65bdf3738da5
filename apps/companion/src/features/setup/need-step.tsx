import type { ComponentType } from 'react';
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { Fingerprint, KeyRound, Mail, type LucideProps } from 'lucide-react';
import { Link } from 'wouter';
import { Note, Section, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { useAccounts } from '../accounts/account-list';
import styles from './setup.module.css';
import { Back } from './back';

/** What one needs at hand, before anything is asked. */
export function NeedStep() {
  const accounts = useAccounts();
  if (!browserSupportsWebAuthn()) {
    return (
      <div className="stack">
        <PageHeading>{m.app_setup_unsupported_title()}</PageHeading>
        <Note kind="warn">
          <p>{m.app_setup_unsupported_text()}</p>
        </Note>
        <HelpLine />
      </div>
    );
  }
  return (
    <div className="stack stack-32">
      {accounts.length > 0 && <Back to="/konten" />}
      <PageHeading lead={m.app_setup_lead()}>{m.app_setup_title()}</PageHeading>
      <Section title={m.app_setup_need()}>
        <ul className={styles.needs}>
          <Need icon={Mail} title={m.app_setup_need_letter()} text={m.app_setup_need_letter_text()} />
          <Need icon={KeyRound} title={m.app_setup_need_access()} text={m.app_setup_need_access_text()} />
          <Need icon={Fingerprint} title={m.app_setup_need_lock()} text={m.app_setup_need_lock_text()} />
        </ul>
      </Section>
      <div className="stack stack-12">
        <Link href="/einrichten/scannen" className={buttonClass()}>
          {m.app_setup_scan()}
        </Link>
        <Link href="/einrichten/code" className={buttonClass({ look: 'second' })}>
          {m.app_setup_type()}
        </Link>
      </div>
      <HelpLine />
    </div>
  );
}

function Need({ icon: Icon, title, text }: { icon: ComponentType<LucideProps>; title: string; text: string }) {
  return (
    <li>
      <Icon aria-hidden />
      <span>
        <b>{title}</b>
        <span className="muted small">{text}</span>
      </span>
    </li>
  );
}
