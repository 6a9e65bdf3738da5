import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Device } from '@of/api-client';
import { Note, Section, SummaryList, SummaryRow } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { usePathId } from '../../app/address';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { NotFoundPage } from '../../app/not-found-page';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { announceDone } from '../identity/done-note';
import { devicesQuery, renameDevice } from './api/devices.api';
import { DeviceState } from './device-state';
import { RemoveDevice } from './remove-device';

/** One device: what it is, its name, and the way to take it out. */
export function DevicePage() {
  const id = usePathId();
  const devices = useSuspenseQuery(devicesQuery).data;
  const device = devices.find((one) => one.id === id);
  if (!device) return <NotFoundPage />;
  const isLast = devices.filter(({ state }) => state === 'active').length === 1 && device.state === 'active';
  return (
    <>
      <WizardBar
        name={m.devices_title()}
        renderBack={(content, className) => (
          <Link className={className} to="/daten/zugang">
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        <OneDevice device={device} isLast={isLast} />
      </div>
    </>
  );
}

function OneDevice({ device, isLast }: { device: Device; isLast: boolean }) {
  const { id, name, createdAt, lastUsedAt, isSyncable, boundBy } = device;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const apiForm = useApiForm({
    defaultValues: { name },
    pointers: { '/name': 'name' },
    send: async (values) => {
      await renameDevice(id, values.name.trim());
      await queryClient.invalidateQueries(devicesQuery);
      announceDone(m.device_renamed({ name: values.name.trim() }));
      await navigate({ to: '/daten/zugang', replace: true });
    },
  });
  return (
    <div className="narrow stack stack-48">
      <FormShell apiForm={apiForm}>
        <PageHeading title={m.device_page_title()} lead={m.device_page_lead()} hasError={hasRefusal(apiForm)}>
          {name}
        </PageHeading>
        <FormTextField
          name="name"
          label={m.device_name()}
          hint={m.device_name_hint()}
          autoComplete="off"
          maxLength={60}
          rules={{ validate: (value: string) => Boolean(value.trim()) || m.device_name_missing() }}
        />
        <div className="button-row">
          <SubmitButton isSending={apiForm.isSending}>{m.device_name_save()}</SubmitButton>
        </div>
      </FormShell>
      <Section title={m.device_details()}>
        <SummaryList>
          <SummaryRow term={m.device_state()}>
            <DeviceState device={device} />
          </SummaryRow>
          <SummaryRow term={m.device_last_use()}>
            {lastUsedAt ? formatMoment(lastUsedAt) : m.device_never_used()}
          </SummaryRow>
          <SummaryRow
            term={m.device_set_up()}
            origin={boundBy === 'transfer' ? m.device_by_transfer() : m.device_by_code()}
          >
            {formatMoment(createdAt)}
          </SummaryRow>
          {isSyncable && <SummaryRow term={m.device_key()}>{m.devices_syncable()}</SummaryRow>}
        </SummaryList>
        {device.state === 'suspended' && (
          <Note kind="warn">
            <p>{m.device_suspended_text()}</p>
          </Note>
        )}
      </Section>
      <RemoveDevice device={device} isLast={isLast} />
    </div>
  );
}
