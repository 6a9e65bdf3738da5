import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { Section, Tag, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import { ChangeConfirmation } from '../personal-data/change-confirmation';
import { ContactCode } from '../personal-data/contact-code-page';
import type { EndProps } from './approval-ends';
import { ChangeLines } from './change-lines';

/** What was released is done, or goes on with a code. */
export function Released({ approval, action }: EndProps) {
  switch (action) {
    case 'address-change':
    case 'bank-account-change':
      return <ChangeConfirmation approval={approval} action={action} />;
    case 'email-change':
    case 'mobile-change':
      return <ContactCode approval={approval} action={action} />;
    case 'account-deletion':
      return <PageLoading />;
    default:
      return <DeviceDone approval={approval} action={action} />;
  }
}

function DeviceDone({ approval, action }: EndProps) {
  const isRemoval = action === 'device-removal';
  return (
    <div className="wrap stack stack-32">
      <PageHeading above={<ReleasedTag />} lead={isRemoval ? m.approval_removed_lead() : m.transfer_done_lead()}>
        {isRemoval ? m.approval_removed_title() : m.approval_added_title()}
      </PageHeading>
      <div className="narrow">
        <Section title={m.approval_asked()}>
          <ChangeLines lines={approval.lines} />
        </Section>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/daten/zugang">
          {m.transfer_to_devices()}
        </Link>
      </div>
    </div>
  );
}

export function ReleasedTag() {
  return (
    <Tag kind="ok" icon={CircleCheck}>
      {m.approval_tag_released()}
    </Tag>
  );
}
