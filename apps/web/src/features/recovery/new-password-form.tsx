import { Button, Note, groupPostedCode } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { NewPasswordField } from '../identity/new-password-field';
import { forgetLinkedCode, linkedCode } from '../session/posted-code-link';
import { completeReset, type ResetChannel } from './api/recovery.api';

interface NewPasswordFormProps {
  username: string;
  channel: ResetChannel;
  onAgain: () => void;
  onDone: () => void;
}

/** The code, whichever way it came, and the new password. */
export function NewPasswordForm({ username, channel, onAgain, onDone }: NewPasswordFormProps) {
  const fromLink = linkedCode();
  const apiForm = useApiForm({
    defaultValues: { username, code: fromLink ? groupPostedCode(fromLink) : '', newPassword: '' },
    pointers: { '/code': 'code', '/newPassword': 'newPassword' },
    codes: { 'code-invalid': 'code', 'code-expired': 'code', 'code-void': 'code' },
    send: async (values) => {
      await completeReset({ ...values, username: values.username.trim() });
      forgetLinkedCode();
      onDone();
    },
  });
  const sent = { email: m.reset_sent_email, mobile: m.reset_sent_mobile, post: m.reset_sent_post }[channel];
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={m.reset_code_lead()} hasError={hasRefusal(apiForm)}>
        {m.reset_code_title()}
      </PageHeading>
      {username && (
        <div className="narrow">
          <Note role="status">
            <p>{sent()}</p>
          </Note>
        </div>
      )}
      {!username && (
        <FormTextField
          name="username"
          label={m.identity_username()}
          hint={m.identity_username_hint()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          rules={{ validate: (value: string) => Boolean(value.trim()) || m.login_username_missing() }}
        />
      )}
      <FormTextField
        name="code"
        label={m.reset_code()}
        hint={m.reset_code_hint()}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        rules={{ validate: (value: string) => Boolean(value.trim()) || m.reset_code_missing() }}
      />
      <NewPasswordField name="newPassword" label={m.password_new()} usernames={username ? [username] : []} />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.reset_submit()}</SubmitButton>
        <Button look="quiet" onClick={onAgain}>
          {m.reset_again()}
        </Button>
      </div>
    </FormShell>
  );
}
