import { useFormContext } from 'react-hook-form';
import { Button } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { requestReset, type ResetChannel } from './api/recovery.api';
import styles from './recovery.module.css';

const firstChoice: { username: string; channel: ResetChannel } = { username: '', channel: 'email' };

interface RequestFormProps {
  onOrdered: (username: string, channel: ResetChannel) => void;
  onHaveCode: () => void;
}

/** Who, and which way the code shall take. */
export function RequestForm({ onOrdered, onHaveCode }: RequestFormProps) {
  const apiForm = useApiForm({
    defaultValues: firstChoice,
    send: async ({ username, channel }) => {
      await requestReset(username.trim(), channel);
      onOrdered(username.trim(), channel);
    },
  });
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={m.forgotten_lead()} hasError={hasRefusal(apiForm)}>
        {m.forgotten_title()}
      </PageHeading>
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
      <ChannelChoice />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.reset_request()}</SubmitButton>
        <Button look="quiet" onClick={onHaveCode}>
          {m.reset_have_code()}
        </Button>
      </div>
    </FormShell>
  );
}

/** Always all three ways: which of them an account has is nobody else's business. */
function ChannelChoice() {
  const { register } = useFormContext();
  const ways: [ResetChannel, string, string][] = [
    ['email', m.reset_by_email(), m.reset_by_email_text()],
    ['mobile', m.reset_by_mobile(), m.reset_by_mobile_text()],
    ['post', m.reset_by_post(), m.reset_by_post_text()],
  ];
  return (
    <fieldset className={styles.choice}>
      <legend>{m.reset_channel()}</legend>
      {ways.map(([value, label, text]) => (
        <label key={value}>
          <input type="radio" value={value} {...register('channel')} />
          <span>
            <b>{label}</b>
            <span className="muted">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
