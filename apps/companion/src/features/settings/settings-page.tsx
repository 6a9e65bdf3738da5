import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button, ErrorSummary, Section } from '@of/ui';
import { languages, m, setLanguage, useLanguage, type Language } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { leaveAccount, signOut, useSession } from '../accounts/device-state';
import { PushSection } from '../push/push-section';
import { InstallHelp } from './install-help';
import styles from './settings.module.css';

const ownNames: Record<Language, string> = { de: 'Deutsch', en: 'English' };

export function SettingsPage() {
  const client = useQueryClient();
  const session = useSession();
  const current = useLanguage();
  const { problem, attempt, isBusy, run } = useSubmission();
  const [isLeaving, setIsLeaving] = useState(false);
  if (!session) return null;
  const { deviceId, givenName, name } = session;

  async function leave(): Promise<void> {
    await leaveAccount(client, deviceId);
  }

  const refusal = Boolean(problem) && (
    <ErrorSummary title={m.form_problem_title()} attempt={attempt}>
      <p>{problemSentence(problem)}</p>
    </ErrorSummary>
  );
  if (isLeaving) {
    return (
      <div className="stack" key="leave">
        {refusal}
        <PageHeading lead={m.app_settings_forget_lead()}>
          {m.app_settings_forget_title({ name: givenName })}
        </PageHeading>
        <p>{m.app_settings_forget_portal()}</p>
        <div className="stack stack-12">
          <Button look="danger" isBusy={isBusy} onClick={() => run(leave)}>
            {m.app_settings_forget_confirm()}
          </Button>
          <Button look="second" onClick={() => !isBusy && setIsLeaving(false)}>
            {m.app_settings_cancel()}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack stack-32" key="settings">
      {refusal}
      <PageHeading>{m.app_settings_title()}</PageHeading>
      <Section title={m.app_settings_language()}>
        <div className={styles.languages}>
          {languages.map((language) => (
            <Button
              key={language}
              look={language === current ? 'first' : 'second'}
              lang={language}
              aria-pressed={language === current}
              onClick={() => setLanguage(language)}
            >
              {ownNames[language]}
            </Button>
          ))}
        </div>
      </Section>
      <PushSection />
      <Section title={m.app_settings_install()}>
        <InstallHelp />
      </Section>
      <Section title={m.app_settings_device()}>
        <div className="stack">
          <p>{m.app_settings_device_is({ device: name, name: givenName })}</p>
          <div className="stack stack-12">
            <Button look="second" isBusy={isBusy} onClick={() => run(() => signOut(client))}>
              {m.app_settings_sign_out()}
            </Button>
            <p className="muted small">{m.app_settings_sign_out_text()}</p>
          </div>
          <div className="stack stack-12">
            <Button look="danger" onClick={() => setIsLeaving(true)}>
              {m.app_settings_forget()}
            </Button>
            <p className="muted small">{m.app_settings_forget_text()}</p>
          </div>
        </div>
      </Section>
    </div>
  );
}
