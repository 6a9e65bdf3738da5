import { useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mail, QrCode } from 'lucide-react';
import { RowContent, Rows, Section, rowLinkClass } from '@of/ui';
import { formatTime, m } from '@of/i18n';
import { useSearchText } from '../../app/address';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { deviceWaysQuery, devicesQuery } from './api/devices.api';
import { PostedCodePage } from './posted-code-page';
import { TransferPage } from './transfer-page';

/** A new device: with one that is there, at once after activation, or by a code from a letter. */
export function NewDevicePage() {
  const { data } = useSuspenseQuery(deviceWaysQuery);
  // As it was when the page opened: binding the first device closes its own way while the page tells how it went.
  const [ways] = useState(data);
  const way = useSearchText('weg');
  if (way === 'qr' && ways.transfer) return <TransferPage isFirst={ways.transfer === 'first-device'} />;
  if (way === 'brief' || !ways.transfer) return <PostedCodePage />;
  return <Ways isFirst={ways.transfer === 'first-device'} until={ways.until} />;
}

function Ways({ isFirst, until }: { isFirst: boolean; until: string | null }) {
  return (
    <>
      <WizardBar
        name={m.shell_access()}
        renderBack={(content, className) => (
          <Link className={className} to="/daten/zugang">
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        <PageHeading lead={isFirst ? m.device_first_lead() : m.device_ways_lead()}>{m.device_new_title()}</PageHeading>
        <div className="columns">
          <Section title={m.device_ways_title()}>
            <Rows>
              <li>
                <Link className={rowLinkClass} to="/daten/zugang/geraet" search={{ weg: 'qr' }}>
                  {isFirst ? (
                    <RowContent
                      icon={QrCode}
                      title={m.device_way_first()}
                      meta={until && m.device_way_first_meta({ time: formatTime(new Date(until)) })}
                    />
                  ) : (
                    <RowContent icon={QrCode} title={m.device_way_old()} meta={<OldDevices />} />
                  )}
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/daten/zugang/geraet" search={{ weg: 'brief' }}>
                  <RowContent icon={Mail} title={m.device_way_letter()} meta={m.device_way_letter_meta()} />
                </Link>
              </li>
            </Rows>
          </Section>
          <Section as="aside" title={m.device_what_title()}>
            <div className="stack stack-12">
              <p>{m.device_what_text()}</p>
              <p className="muted">{m.device_how_computer()}</p>
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

function OldDevices() {
  const devices = useSuspenseQuery(devicesQuery).data;
  const names = devices.filter(({ state }) => state === 'active').map(({ name }) => name);
  return <>{m.device_way_old_meta({ device: names.join(', ') })}</>;
}
