import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Lock } from 'lucide-react';
import { Section, SummaryList, SummaryRow, Tag, buttonClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { devicesQuery } from './api/devices.api';

/** The devices that confirm what this member does. */
export function DeviceList() {
  const devices = useSuspenseQuery(devicesQuery).data;
  return (
    <Section title={m.devices_title()}>
      <div className="stack stack-16">
        <p>{devices.length > 0 ? m.devices_lead() : m.devices_none()}</p>
        {devices.length > 0 && (
          <SummaryList>
            {devices.map(({ id, name, state, lastUsedAt, createdAt, isSyncable }) => (
              <SummaryRow
                key={id}
                term={name}
                origin={
                  <>
                    {lastUsedAt
                      ? m.devices_last_used({ moment: formatMoment(lastUsedAt) })
                      : m.devices_since({ moment: formatMoment(createdAt) })}
                    {isSyncable && ` ${m.devices_syncable()}`}
                  </>
                }
              >
                {state === 'active' ? (
                  <Tag kind="ok" icon={CircleCheck}>
                    {m.devices_active()}
                  </Tag>
                ) : (
                  <Tag kind="warn" icon={Lock}>
                    {m.devices_suspended()}
                  </Tag>
                )}
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
