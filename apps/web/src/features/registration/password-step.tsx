import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { NewPasswordField } from '../identity/new-password-field';
import { keepRegistration, registrationDraft } from './registration-draft';

export function PasswordStep({ onDone }: { onDone: () => void }) {
  const { kvnr, password } = registrationDraft();
  const apiForm = useApiForm({
    defaultValues: { password },
    send: async (values) => {
      keepRegistration({ password: values.password });
      onDone();
    },
  });
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading
        title={`${m.registration_password_title()} – ${m.shell_register()}`}
        lead={m.registration_password_lead()}
        hasError={hasRefusal(apiForm)}
      >
        {m.registration_password_title()}
      </PageHeading>
      {/* Tells password managers which user name belongs to the new password. */}
      <input type="text" name="username" autoComplete="username" value={kvnr} readOnly hidden />
      <NewPasswordField name="password" label={m.identity_password()} usernames={[kvnr]} />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.form_next()}</SubmitButton>
      </div>
    </FormShell>
  );
}
