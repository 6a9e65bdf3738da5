import { useState } from 'react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Note, Section, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { PasswordField } from '../../app/forms/password-field';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { sessionQuery } from '../session/session-query';
import { announceEnd } from '../session/session-watch';
import { devicesQuery } from '../devices/api/devices.api';
import { deleteAccount } from './api/identity.api';
import styles from './delete-account.module.css';
import { KeptData } from './kept-data';

/** Gives the account up: what goes and what stays first, then the password, then the release on the device. */
export function DeleteAccountPage() {
  const [isSure, setIsSure] = useState(false);
  const isMember = useSuspenseQuery(sessionQuery).data?.nextStep === null;
  const { data: devices = [] } = useQuery({ ...devicesQuery, enabled: isMember });
  const hasDevice = devices.some(({ state }) => state === 'active');
  const step = { current: isSure ? 2 : 1, total: hasDevice ? 3 : 2, isLastOpen: true };
  return (
    <>
      <WizardBar
        name={m.deletion_wizard()}
        step={step}
        renderBack={(content, className) =>
          isSure ? (
            <button type="button" className={className} onClick={() => setIsSure(false)}>
              {content}
            </button>
          ) : (
            <Link className={className} to={isMember ? '/daten/zugang' : '/start'}>
              {content}
            </Link>
          )
        }
      />
      <div className="wrap">
        {isSure ? <Confirm hasDevice={hasDevice} /> : <Consequences onSure={() => setIsSure(true)} />}
      </div>
    </>
  );
}

function Consequences({ onSure }: { onSure: () => void }) {
  return (
    <div className="stack stack-48">
      <PageHeading lead={m.deletion_lead()}>{m.deletion_title()}</PageHeading>
      <div className={styles.sides}>
        <Section title={m.deletion_goes()}>
          <ul className={styles.list}>
            <li>{m.deletion_goes_access()}</li>
            <li>{m.deletion_goes_contact()}</li>
            <li>{m.deletion_goes_devices()}</li>
            <li>{m.deletion_goes_drafts()}</li>
          </ul>
        </Section>
        <Section title={m.deletion_stays()}>
          <KeptData />
        </Section>
      </div>
      <div className="narrow">
        <Note>
          <p>{m.deletion_insurance_goes_on()}</p>
          <p>{m.deletion_again_any_time()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Button look="danger" onClick={onSure}>
          {m.deletion_next()}
        </Button>
        <Link className={buttonClass({ look: 'second' })} to="/start">
          {m.deletion_keep()}
        </Link>
      </div>
    </div>
  );
}

function Confirm({ hasDevice }: { hasDevice: boolean }) {
  const navigate = useNavigate();
  const apiForm = useApiForm({
    defaultValues: { password: '' },
    pointers: { '/password': 'password' },
    send: async ({ password }) => {
      const approval = await deleteAccount(password);
      if (approval) await navigate({ to: '/daten/freigabe/$id', params: { id: approval.id }, replace: true });
      else announceEnd('deleted');
    },
  });
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading
        lead={hasDevice ? m.deletion_confirm_device() : m.deletion_confirm_lead()}
        hasError={hasRefusal(apiForm)}
      >
        {m.deletion_confirm_title()}
      </PageHeading>
      <PasswordField
        name="password"
        label={m.identity_password()}
        hint={m.deletion_password_hint()}
        autoComplete="current-password"
        rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
      />
      <div className="button-row">
        <Button type="submit" look="danger" isBusy={apiForm.isSending} busyLabel={m.form_sending()}>
          {m.deletion_submit()}
        </Button>
        <Link className={buttonClass({ look: 'second' })} to="/start">
          {m.deletion_keep()}
        </Link>
      </div>
      <HelpLine />
    </FormShell>
  );
}
