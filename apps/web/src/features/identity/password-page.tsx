import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Note } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { PasswordField } from '../../app/forms/password-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { useSessionFlow } from '../../app/use-session-flow';
import { WizardBar } from '../../app/wizard-bar';
import { meQuery } from '../personal-data/api/personal-data.api';
import { readSession } from '../session/api/session.api';
import { sessionQuery } from '../session/session-query';
import { changePassword } from './api/identity.api';
import { announceDone } from './done-note';
import { NewPasswordField } from './new-password-field';

/** Change the password: by choice, or as the step after an initial password. */
export function PasswordPage() {
  const session = useSuspenseQuery(sessionQuery).data;
  const isStep = session?.nextStep === 'change-password';
  const me = useQuery({ ...meQuery, enabled: !isStep }).data;
  const navigate = useNavigate();
  const { proceed } = useSessionFlow();
  const usernames = me ? [me.kvnr, me.email?.value ?? ''].filter(Boolean) : [];
  const apiForm = useApiForm({
    defaultValues: { currentPassword: '', newPassword: '' },
    pointers: { '/currentPassword': 'currentPassword', '/newPassword': 'newPassword' },
    send: async ({ currentPassword, newPassword }) => {
      await changePassword(currentPassword, newPassword);
      if (isStep) {
        const next = await readSession();
        if (next) await proceed(next);
        return;
      }
      announceDone(m.access_password_changed());
      await navigate({ to: '/daten/zugang', replace: true });
    },
  });
  return (
    <>
      <WizardBar
        name={m.shell_access()}
        renderBack={
          isStep
            ? undefined
            : (content, className) => (
                <Link className={className} to="/daten/zugang">
                  {content}
                </Link>
              )
        }
      />
      <div className="wrap">
        <FormShell apiForm={apiForm}>
          <PageHeading lead={isStep ? m.password_step_lead() : m.password_change_lead()} hasError={hasRefusal(apiForm)}>
            {m.password_change_title()}
          </PageHeading>
          <div className="narrow">
            <Note>
              <p>{m.password_change_effect()}</p>
            </Note>
          </div>
          <PasswordField
            name="currentPassword"
            label={m.password_current()}
            autoComplete="current-password"
            rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
          />
          <NewPasswordField name="newPassword" label={m.password_new()} usernames={usernames} />
          <div className="button-row">
            <SubmitButton isSending={apiForm.isSending}>{m.password_change_submit()}</SubmitButton>
          </div>
        </FormShell>
      </div>
    </>
  );
}
