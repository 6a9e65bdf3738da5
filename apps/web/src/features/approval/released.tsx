import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { Section, Tag, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import type { EndProps } from './approval-ends';
import { ChangeLines } from './change-lines';

/** What was released is done. */
export function Released({ approval, action }: EndProps) {
  if (action === 'account-deletion') return <PageLoading />;
  const isRemoval = action === 'device-removal';
  return (
    <div className="wrap stack stack-32">
      <PageHeading
        above={
          <Tag kind="ok" icon={CircleCheck}>
            {m.approval_tag_released()}
          </Tag>
        }
        lead={isRemoval ? m.approval_removed_lead() : m.approval_done_lead()}
      >
        {isRemoval ? m.approval_removed_title() : m.approval_done_title()}
      </PageHeading>
      <div className="narrow">
        <Section title={m.approval_asked()}>
          <ChangeLines lines={approval.lines} />
        </Section>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/daten/zugang">
          {m.approval_to_access()}
        </Link>
      </div>
    </div>
  );
}
