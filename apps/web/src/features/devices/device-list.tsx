import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Device } from '@of/api-client';
import { Section, SummaryList, SummaryRow, buttonClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { devicesQuery } from './api/devices.api';
import { DeviceState } from './device-state';

/** The devices that confirm what this member does. */
export function DeviceList() {
  const devices = useSuspenseQuery(devicesQuery).data;
  return (
    <Section title={m.devices_title()}>
      <div className="stack stack-12">
        <p>{devices.length > 0 ? m.devices_lead() : m.devices_none()}</p>
        {devices.length > 0 && (
          <SummaryList>
            {devices.map((device) => (
              <SummaryRow
                key={device.id}
                term={device.name}
                origin={lastUse(device)}
                act={
                  <Link to="/daten/zugang/geraete/$id" params={{ id: device.id }}>
                    {m.devices_manage()}
                    <span className="vh">: {device.name}</span>
                  </Link>
                }
              >
                <DeviceState device={device} />
              </SummaryRow>
            ))}
          </SummaryList>
        )}
        <div className="button-row">
          <Link className={buttonClass({ look: 'second' })} to="/daten/zugang/geraet">
            {m.devices_add()}
          </Link>
        </div>
      </div>
    </Section>
  );
}

function lastUse({ lastUsedAt, createdAt }: Device): string {
  return lastUsedAt
    ? m.devices_last_used({ moment: formatMoment(lastUsedAt) })
    : m.devices_since({ moment: formatMoment(createdAt) });
}
