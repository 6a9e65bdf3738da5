import { useMutation } from '@tanstack/react-query';
import { Button, Note } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import type { ContactKind } from './contact-kind';

interface CodeFormProps {
  contact: ContactKind;
  value: string;
  /** Missing where asking again needs a new release. */
  resend?: () => Promise<void>;
  /** Back to another address or number. */
  onOther: () => void;
  onConfirmed: () => Promise<void>;
}

/** The code that was sent; it can be asked for again, and the address can be corrected. */
export function CodeForm({ contact, value, resend, onOther, onConfirmed }: CodeFormProps) {
  const again = useMutation({ mutationFn: async () => resend?.() });
  const apiForm = useApiForm({
    defaultValues: { code: '' },
    pointers: { '/code': 'code' },
    codes: { 'code-invalid': 'code', 'code-expired': 'code', 'code-void': 'code' },
    send: async ({ code }) => {
      await contact.confirm(code.replace(/\s/g, ''));
      await onConfirmed();
    },
  });
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={contact.codeLead(value)} hasError={hasRefusal(apiForm)}>
        {contact.codeTitle()}
      </PageHeading>
      <FormTextField
        name="code"
        label={m.contact_code()}
        hint={m.contact_code_hint()}
        size="short"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        rules={{ validate: (code: string) => /^\s*(\d\s*){6,8}$/.test(code) || m.contact_code_format() }}
      />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.contact_confirm()}</SubmitButton>
        {resend && (
          <Button look="quiet" isBusy={again.isPending} busyLabel={m.form_sending()} onClick={() => again.mutate()}>
            {m.contact_resend()}
          </Button>
        )}
        <Button look="quiet" onClick={onOther}>
          {contact.other()}
        </Button>
      </div>
      <div className="narrow" role="status">
        {again.isSuccess && (
          <Note kind="ok">
            <p>{m.contact_resent()}</p>
          </Note>
        )}
        {again.error && (
          <Note kind="error">
            <p>{problemSentence(again.error)}</p>
          </Note>
        )}
      </div>
    </FormShell>
  );
}
