import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { Button, Note, Tag, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { useSessionFlow } from '../../app/use-session-flow';
import { Stranger } from '../approval/approval-ends';
import { readSession } from '../session/api/session.api';
import { devicesQuery } from './api/devices.api';

/** Bound. After the first device this very session is confirmed on it. */
export function TransferBound({ deviceName, isFirst }: { deviceName: string; isFirst: boolean }) {
  const queryClient = useQueryClient();
  const { proceed } = useSessionFlow();
  useEffect(() => void queryClient.invalidateQueries(devicesQuery), [queryClient]);
  async function goOn(): Promise<void> {
    const session = await readSession();
    if (session) await proceed(session);
  }
  return (
    <div className="stack stack-32">
      <PageHeading
        above={
          <Tag kind="ok" icon={CircleCheck}>
            {m.devices_active()}
          </Tag>
        }
        lead={isFirst ? m.transfer_done_first_lead() : m.transfer_done_lead()}
      >
        {m.transfer_done_title({ device: deviceName })}
      </PageHeading>
      {isFirst ? (
        <div className="button-row">
          <Button onClick={() => void goOn()}>{m.transfer_done_confirm()}</Button>
        </div>
      ) : (
        <>
          <div className="narrow">
            <Note>
              <p>{m.transfer_done_old()}</p>
            </Note>
          </div>
          <div className="button-row">
            <Link className={buttonClass()} to="/daten/zugang">
              {m.transfer_to_devices()}
            </Link>
          </div>
        </>
      )}
    </div>
  );
}

/** Refused on the old device: the new one got nothing. */
export function TransferDeclined({ onAgain }: { onAgain: () => void }) {
  const [isStranger, setIsStranger] = useState(false);
  return (
    <div className="stack stack-32">
      <PageHeading
        above={
          <Tag kind="warn" icon={CircleX}>
            {m.approval_tag_declined()}
          </Tag>
        }
        lead={m.transfer_declined_lead()}
      >
        {m.approval_refused_title()}
      </PageHeading>
      {isStranger ? (
        <Stranger />
      ) : (
        <div className="button-row">
          <Button onClick={onAgain}>{m.transfer_again()}</Button>
          <Button look="danger" onClick={() => setIsStranger(true)}>
            {m.approval_not_me()}
          </Button>
        </div>
      )}
      <HelpLine />
    </div>
  );
}

/** Nobody scanned the code, or nobody released the device, in time. */
export function TransferExpired({ onAgain }: { onAgain: () => void }) {
  return (
    <div className="stack stack-32">
      <PageHeading above={<Tag icon={Clock}>{m.approval_tag_expired()}</Tag>} lead={m.transfer_expired_lead()}>
        {m.transfer_expired_title()}
      </PageHeading>
      <div className="button-row">
        <Button onClick={onAgain}>{m.transfer_again()}</Button>
      </div>
      <HelpLine />
    </div>
  );
}
