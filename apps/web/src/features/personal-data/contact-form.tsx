import { useState } from 'react';
import type { Approval } from '@of/api-client';
import { Button, Note } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { PasswordField } from '../../app/forms/password-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import type { ContactKind } from './contact-kind';
import { CodeForm } from './contact-code-form';

export interface ContactFormProps {
  contact: ContactKind;
  title: string;
  lead: string;
  /** Once given on this page it is not asked for again. */
  knownPassword?: string;
  onPassword?: (password: string) => void;
  onConfirmed: () => Promise<void>;
  /** What was typed before. */
  former?: string;
  /** Where a device has to release the change before a code is sent. */
  onApproval?: (approval: Approval, value: string) => Promise<void>;
  /** The way for people without such a contact. */
  onWithout?: (password: string) => Promise<void>;
}

/** An address or number, then the code that was sent there. */
export function ContactForm(props: ContactFormProps) {
  const [sentTo, setSentTo] = useState<{ value: string; password: string } | null>(null);
  if (sentTo) {
    return (
      <CodeForm
        contact={props.contact}
        value={sentTo.value}
        resend={async () => void (await props.contact.name(sentTo.value, sentTo.password))}
        onOther={() => setSentTo(null)}
        onConfirmed={props.onConfirmed}
      />
    );
  }
  return <ValueForm {...props} onSent={(value, password) => setSentTo({ value, password })} />;
}

function ValueForm({
  contact,
  title,
  lead,
  knownPassword,
  onPassword,
  former = '',
  onApproval,
  onSent,
  onWithout,
}: ContactFormProps & { onSent: (value: string, password: string) => void }) {
  const [isWithout, setIsWithout] = useState(false);
  const needsPassword = !knownPassword;
  const apiForm = useApiForm({
    defaultValues: { contact: former, password: '' },
    pointers: { [contact.pointer]: 'contact', '/password': 'password' },
    send: async (values) => {
      const password = knownPassword || values.password;
      const value = values.contact.trim();
      const approval = await contact.name(value, password);
      onPassword?.(password);
      if (approval) await onApproval?.(approval, value);
      else onSent(value, password);
    },
  });
  if (isWithout && onWithout) {
    return <WithoutForm knownPassword={knownPassword} onWithout={onWithout} onBack={() => setIsWithout(false)} />;
  }
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={lead} hasError={hasRefusal(apiForm)}>
        {title}
      </PageHeading>
      <FormTextField
        name="contact"
        label={contact.label()}
        hint={contact.hint()}
        type={contact.inputType}
        autoComplete={contact.autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        rules={{ validate: contact.check }}
      />
      {needsPassword && (
        <PasswordField
          name="password"
          label={m.contact_password()}
          hint={m.contact_password_hint()}
          autoComplete="current-password"
          rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
        />
      )}
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{onApproval ? m.form_next() : m.contact_send_code()}</SubmitButton>
        {onWithout && (
          <Button look="quiet" onClick={() => setIsWithout(true)}>
            {m.contact_no_mobile()}
          </Button>
        )}
      </div>
    </FormShell>
  );
}

function WithoutForm({
  knownPassword,
  onWithout,
  onBack,
}: {
  knownPassword?: string;
  onWithout: (password: string) => Promise<void>;
  onBack: () => void;
}) {
  const apiForm = useApiForm({
    defaultValues: { password: '' },
    pointers: { '/password': 'password' },
    send: async ({ password }) => onWithout(knownPassword || password),
  });
  return (
    <FormShell apiForm={apiForm} describeProblem={(error) => <p>{problemSentence(error)}</p>}>
      <PageHeading lead={m.contact_without_lead()} hasError={hasRefusal(apiForm)}>
        {m.contact_without_title()}
      </PageHeading>
      <div className="narrow">
        <Note>
          <p>{m.contact_without_text()}</p>
        </Note>
      </div>
      {!knownPassword && (
        <PasswordField
          name="password"
          label={m.contact_password()}
          hint={m.contact_password_hint()}
          autoComplete="current-password"
          rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
        />
      )}
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.contact_without_submit()}</SubmitButton>
        <Button look="quiet" onClick={onBack}>
          {m.contact_without_back()}
        </Button>
      </div>
    </FormShell>
  );
}
