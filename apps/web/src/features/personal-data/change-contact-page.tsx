import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Approval } from '@of/api-client';
import { m } from '@of/i18n';
import { WizardBar } from '../../app/wizard-bar';
import { draftOf, keepDraft } from '../approval/change-draft';
import { useGoToApproval } from '../approval/use-repeat';
import { announceDone } from '../identity/done-note';
import { sessionQuery } from '../session/session-query';
import { meQuery, nameMobile } from './api/personal-data.api';
import { ContactForm } from './contact-form';
import { emailContact, mobileContact } from './contact-kind';

export function useContactDone(message: string): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await queryClient.invalidateQueries(meQuery);
    announceDone(message);
    await navigate({ to: '/daten/zugang', replace: true });
  };
}

/** With a second factor a device comes first, then the code. */
function useRelease(action: 'email-change' | 'mobile-change') {
  const isProtected = useSuspenseQuery(sessionQuery).data?.level === 'full';
  const goToApproval = useGoToApproval();
  const former = draftOf<{ value: string }>(action)?.values.value;
  if (!isProtected) return { steps: 2, former };
  return {
    steps: 3,
    former,
    onApproval: async (approval: Approval, value: string) => {
      keepDraft(action, { values: { value } });
      await goToApproval(approval);
    },
  };
}

function AccessBar({ name, steps }: { name: string; steps: number }) {
  return (
    <WizardBar
      name={name}
      step={{ current: 1, total: steps, isLastOpen: true }}
      renderBack={(content, className) => (
        <Link className={className} to="/daten/zugang">
          {content}
        </Link>
      )}
    />
  );
}

export function ChangeEmailPage() {
  const done = useContactDone(m.access_email_changed());
  const { steps, ...release } = useRelease('email-change');
  return (
    <>
      <AccessBar name={m.access_change_email()} steps={steps} />
      <div className="wrap">
        <ContactForm
          contact={emailContact}
          title={m.access_change_email()}
          lead={steps === 3 ? m.access_change_email_device() : m.access_change_email_lead()}
          {...release}
          onConfirmed={done}
        />
      </div>
    </>
  );
}

export function ChangeMobilePage() {
  const done = useContactDone(m.access_mobile_changed());
  const { steps, ...release } = useRelease('mobile-change');
  return (
    <>
      <AccessBar name={m.access_change_mobile()} steps={steps} />
      <div className="wrap">
        <ContactForm
          contact={mobileContact}
          title={m.access_change_mobile()}
          lead={steps === 3 ? m.access_change_mobile_device() : m.access_change_mobile_lead()}
          {...release}
          onConfirmed={done}
          onWithout={async (password) => {
            await nameMobile(null, password);
            await done();
          }}
        />
      </div>
    </>
  );
}
