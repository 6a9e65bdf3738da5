import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Approval } from '@of/api-client';
import { buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { acts } from '../approval/acts';
import { meQuery } from './api/personal-data.api';
import { useContactDone } from './change-contact-page';
import { CodeForm } from './contact-code-form';
import { emailContact, mobileContact } from './contact-kind';

interface ContactCodeProps {
  approval: Approval;
  action: 'email-change' | 'mobile-change';
}

/** Released: a code is on its way to the new address or number, and only with it the change counts. */
export function ContactCode({ approval, action }: ContactCodeProps) {
  const isEmail = action === 'email-change';
  const me = useSuspenseQuery(meQuery).data;
  const navigate = useNavigate();
  const done = useContactDone(isEmail ? m.access_email_changed() : m.access_mobile_changed());
  const value = approval.lines[0]?.to ?? '';
  const present = isEmail ? me.email : me.mobile;
  if (present?.verified && present.value === value) return <Counted title={acts[action].name()} />;
  return (
    <>
      <WizardBar name={acts[action].name()} step={{ current: 3, total: 3, isLastOpen: true }} />
      <div className="wrap">
        <CodeForm
          contact={isEmail ? emailContact : mobileContact}
          value={value}
          onOther={() => void navigate({ to: acts[action].path })}
          onConfirmed={done}
        />
      </div>
    </>
  );
}

/** Opened again after the code was entered. */
function Counted({ title }: { title: string }) {
  return (
    <div className="wrap stack stack-32">
      <PageHeading title={`${m.approval_done_title()} – ${title}`} lead={m.approval_done_lead()}>
        {m.approval_done_title()}
      </PageHeading>
      <div className="button-row">
        <Link className={buttonClass()} to="/daten/zugang">
          {m.approval_to_access()}
        </Link>
      </div>
    </div>
  );
}
