import { useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Leaf, Note, Section, Steps } from '@of/ui';
import { formatDayShort, formatWeekday, m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { PasswordField } from '../../app/forms/password-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { WizardBar } from '../../app/wizard-bar';
import { sessionQuery } from '../session/session-query';
import { orderDeviceCode } from './api/devices.api';
import styles from './devices.module.css';

/** A code for a new device by letter; also the way for whoever lost the last one and waits before the portal. */
export function PostedCodePage() {
  const [expectedBy, setExpectedBy] = useState<string | null>(null);
  const isWaiting = useSuspenseQuery(sessionQuery).data?.nextStep === 'approve-login';
  return (
    <>
      <WizardBar
        name={isWaiting ? m.shell_log_in() : m.shell_access()}
        renderBack={(content, className) => (
          <Link className={className} to={isWaiting ? '/anmelden/freigabe' : '/daten/zugang'}>
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        <div className="columns">
          <div>{expectedBy ? <Ordered expectedBy={expectedBy} /> : <OrderForm onOrdered={setExpectedBy} />}</div>
          <Section as="aside" title={m.device_how_title()}>
            <div className="stack">
              <Steps items={[m.device_how_letter(), m.device_how_open(), m.device_how_confirm()]} />
              <p className="muted">{m.device_how_computer()}</p>
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

function OrderForm({ onOrdered }: { onOrdered: (expectedBy: string) => void }) {
  const apiForm = useApiForm({
    defaultValues: { password: '' },
    pointers: { '/password': 'password' },
    send: async ({ password }) => onOrdered(await orderDeviceCode(password)),
  });
  return (
    <FormShell apiForm={apiForm} describeProblem={(error) => <p>{problemSentence(error)}</p>}>
      <PageHeading lead={m.device_new_lead()} hasError={hasRefusal(apiForm)}>
        {m.device_letter_title()}
      </PageHeading>
      <PasswordField
        name="password"
        label={m.identity_password()}
        autoComplete="current-password"
        rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
      />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.device_order()}</SubmitButton>
      </div>
      <HelpLine />
    </FormShell>
  );
}

function Ordered({ expectedBy }: { expectedBy: string }) {
  const branding = useBranding();
  const leaf = formatDayShort(expectedBy);
  return (
    <div className="stack stack-32">
      <PageHeading lead={m.device_ordered_lead()}>{m.device_ordered_title()}</PageHeading>
      <div className={styles.promise}>
        <Leaf top={m.registration_until()} day={leaf.day} month={leaf.month} />
        <p>
          {m.letter_expected()} <strong>{formatWeekday(expectedBy)}</strong>
        </p>
      </div>
      {branding && (
        <p>
          {m.device_ordered_then()} <a href={`${branding.companionUrl}/einrichten`}>{branding.companionUrl}</a>
        </p>
      )}
      <Note>
        <p>{m.device_ordered_told()}</p>
      </Note>
    </div>
  );
}
