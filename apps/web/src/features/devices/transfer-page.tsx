import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeviceTransfer } from '@of/api-client';
import { Section, Steps } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { PasswordField } from '../../app/forms/password-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { startTransfer, transferQuery } from './api/devices.api';
import { TransferBound, TransferDeclined, TransferExpired } from './transfer-ends';
import { TransferRelease } from './transfer-release';
import { TransferScan } from './transfer-scan';

/**
 * A new device without a letter. The code belongs to this page alone and is nowhere else: after a reload a new one is
 * made, which ends the former.
 */
export function TransferPage({ isFirst }: { isFirst: boolean }) {
  const [transfer, setTransfer] = useState<DeviceTransfer | null>(null);
  const [wasFirst] = useState(isFirst);
  return (
    <>
      <WizardBar
        name={m.shell_access()}
        renderBack={(content, className) => (
          <Link className={className} to="/daten/zugang/geraet" search={{ weg: undefined }}>
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        {transfer ? (
          <Progress
            key={transfer.transferId}
            transfer={transfer}
            isFirst={wasFirst}
            onAgain={() => setTransfer(null)}
          />
        ) : (
          <PasswordStep isFirst={isFirst} onStarted={setTransfer} />
        )}
      </div>
    </>
  );
}

function PasswordStep({ isFirst, onStarted }: { isFirst: boolean; onStarted: (transfer: DeviceTransfer) => void }) {
  const apiForm = useApiForm({
    defaultValues: { password: '' },
    pointers: { '/password': 'password' },
    send: async ({ password }) => onStarted(await startTransfer(password)),
  });
  return (
    <div className="columns">
      <div>
        <FormShell apiForm={apiForm}>
          <PageHeading lead={isFirst ? m.transfer_first_lead() : m.transfer_lead()} hasError={hasRefusal(apiForm)}>
            {isFirst ? m.device_way_first() : m.device_way_old()}
          </PageHeading>
          <PasswordField
            name="password"
            label={m.identity_password()}
            hint={m.transfer_password_hint()}
            autoComplete="current-password"
            rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
          />
          <div className="button-row">
            <SubmitButton isSending={apiForm.isSending}>{m.transfer_show_code()}</SubmitButton>
          </div>
          <HelpLine />
        </FormShell>
      </div>
      <Section as="aside" title={m.device_how_title()}>
        <Steps
          items={
            isFirst
              ? [m.transfer_how_scan(), m.transfer_how_unlock(), m.transfer_how_confirm_login()]
              : [m.transfer_how_scan(), m.transfer_how_unlock(), m.transfer_how_release()]
          }
        />
      </Section>
    </div>
  );
}

interface ProgressProps {
  transfer: DeviceTransfer;
  isFirst: boolean;
  onAgain: () => void;
}

function Progress({ transfer, isFirst, onAgain }: ProgressProps) {
  const { data: progress } = useQuery(transferQuery(transfer.transferId));
  switch (progress?.status) {
    case 'pending':
      return <TransferRelease deviceName={progress.deviceName ?? ''} approvalId={progress.approvalId} />;
    case 'approved':
      return <TransferBound deviceName={progress.deviceName ?? ''} isFirst={isFirst} />;
    case 'declined':
      return <TransferDeclined onAgain={onAgain} />;
    case 'expired':
      return <TransferExpired onAgain={onAgain} />;
    default:
      return <TransferScan transfer={transfer} />;
  }
}
