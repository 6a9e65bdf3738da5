import { useBranding } from '../../app/branding';
import { Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import { ApprovalSteps, ApprovalWait } from '../approval/approval-wait';
import { ChangeLines } from '../approval/change-lines';
import { NothingArrived } from '../approval/nothing-arrived';
import { useApproval } from '../approval/use-approval';

/** The new device brought its key: the old one compares and releases exactly this key. */
export function TransferRelease({ deviceName, approvalId }: { deviceName: string; approvalId: string | null }) {
  // The first device of an account needs no release: it is bound in the same moment.
  return approvalId ? <Release deviceName={deviceName} approvalId={approvalId} /> : <PageLoading />;
}

function Release({ deviceName, approvalId }: { deviceName: string; approvalId: string }) {
  const { approval } = useApproval(approvalId);
  const branding = useBranding();
  if (!approval) return <PageLoading />;
  const device = approval.devices.join(', ');
  return (
    <>
      <PageHeading lead={m.transfer_release_lead({ device })}>{m.transfer_release_title()}</PageHeading>
      <div className="columns">
        <div className="stack stack-48">
          <ApprovalWait approval={approval} />
          <ApprovalSteps device={device} companionUrl={branding?.companionUrl ?? ''} />
          <Section title={m.transfer_new_device({ device: deviceName })}>
            <div className="stack stack-12">
              <ChangeLines lines={approval.lines} />
              <Note kind="warn">
                <p>{m.transfer_release_warning()}</p>
              </Note>
            </div>
          </Section>
        </div>
        <NothingArrived>{null}</NothingArrived>
      </div>
    </>
  );
}
