import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { m } from '@of/i18n';
import { WizardBar } from '../../app/wizard-bar';
import { announceDone } from '../identity/done-note';
import { meQuery, nameMobile } from './api/personal-data.api';
import { ContactForm } from './contact-form';
import { emailContact, mobileContact } from './contact-kind';

function useReturn(message: string): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await queryClient.invalidateQueries(meQuery);
    announceDone(message);
    await navigate({ to: '/daten/zugang', replace: true });
  };
}

function AccessBar() {
  return (
    <WizardBar
      name={m.shell_access()}
      renderBack={(content, className) => (
        <Link className={className} to="/daten/zugang">
          {content}
        </Link>
      )}
    />
  );
}

export function ChangeEmailPage() {
  const done = useReturn(m.access_email_changed());
  return (
    <>
      <AccessBar />
      <div className="wrap">
        <ContactForm
          contact={emailContact}
          title={m.access_change_email()}
          lead={m.access_change_email_lead()}
          onConfirmed={done}
        />
      </div>
    </>
  );
}

export function ChangeMobilePage() {
  const done = useReturn(m.access_mobile_changed());
  return (
    <>
      <AccessBar />
      <div className="wrap">
        <ContactForm
          contact={mobileContact}
          title={m.access_change_mobile()}
          lead={m.access_change_mobile_lead()}
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
