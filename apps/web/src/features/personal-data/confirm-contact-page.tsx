import { useState } from 'react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { m } from '@of/i18n';
import { useSessionFlow } from '../../app/use-session-flow';
import { WizardBar } from '../../app/wizard-bar';
import { readSession } from '../session/api/session.api';
import { meQuery, nameMobile } from './api/personal-data.api';
import { ContactForm } from './contact-form';
import { emailContact, mobileContact } from './contact-kind';

/** After the first login: e-mail and mobile number, each proven by a code, so that a lost password is no lost access. */
export function ConfirmContactPage() {
  const me = useSuspenseQuery(meQuery).data;
  const queryClient = useQueryClient();
  const { proceed } = useSessionFlow();
  const [hasEmail, setHasEmail] = useState(me.email?.verified ?? false);
  const [password, setPassword] = useState('');

  async function goOn(): Promise<void> {
    await queryClient.invalidateQueries(meQuery);
    const session = await readSession();
    if (session && session.nextStep !== 'confirm-contact') await proceed(session);
  }

  return (
    <>
      <WizardBar name={m.contact_wizard()} step={{ current: hasEmail ? 2 : 1, total: 2, isLastOpen: true }} />
      <div className="wrap">
        {hasEmail ? (
          <ContactForm
            key="mobile"
            contact={mobileContact}
            title={m.contact_mobile_title()}
            lead={m.contact_mobile_lead()}
            knownPassword={password}
            onPassword={setPassword}
            onConfirmed={goOn}
            onWithout={async (entered) => {
              await nameMobile(null, entered);
              await goOn();
            }}
          />
        ) : (
          <ContactForm
            key="email"
            contact={emailContact}
            title={m.contact_email_title()}
            lead={m.contact_email_lead()}
            knownPassword={password}
            onPassword={setPassword}
            onConfirmed={async () => {
              await goOn();
              setHasEmail(true);
            }}
          />
        )}
      </div>
    </>
  );
}
