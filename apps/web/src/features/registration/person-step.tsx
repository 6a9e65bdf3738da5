import { useState } from 'react';
import { Kvnr, PostalCode } from '@of/kernel';
import { Link } from '@tanstack/react-router';
import { CardDrawing } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { keepRegistration, registrationDraft } from './registration-draft';

export function checkKvnr(input: string): true | string {
  if (!input.trim()) return m.registration_kvnr_missing();
  const parsed = Kvnr.tryParse(input);
  if (parsed.ok) return true;
  return parsed.code === 'kvnr-check-digit' ? m.registration_kvnr_check_digit() : m.registration_kvnr_format();
}

export function checkPostalCode(input: string): true | string {
  if (PostalCode.tryParse(input).ok) return true;
  return /^\s*\d{4}\s*$/.test(input) ? m.registration_postal_code_zero() : m.registration_postal_code_format();
}

export function PersonStep({ onDone }: { onDone: () => void }) {
  const { kvnr, postalCode } = registrationDraft();
  const [isShortened, setIsShortened] = useState(false);
  const apiForm = useApiForm({
    defaultValues: { kvnr, postalCode },
    send: async (values) => {
      keepRegistration({ kvnr: Kvnr.parse(values.kvnr).value, postalCode: PostalCode.parse(values.postalCode).value });
      onDone();
    },
  });

  /** Of the full number with 20 or 30 places only the first ten are needed. */
  function shorten(input: string): void {
    const parsed = Kvnr.tryParse(input);
    const isFull = parsed.ok && parsed.value.truncated;
    if (isFull) apiForm.form.setValue('kvnr', parsed.value.value);
    setIsShortened(isFull);
  }

  return (
    <FormShell apiForm={apiForm}>
      <PageHeading
        title={`${m.registration_person_title()} – ${m.shell_register()}`}
        lead={m.registration_person_lead()}
        hasError={hasRefusal(apiForm)}
      >
        {m.registration_person_title()}
      </PageHeading>
      <FormTextField
        name="kvnr"
        label={m.registration_kvnr()}
        hint={m.registration_kvnr_hint()}
        size="medium"
        autoComplete="off"
        autoCapitalize="characters"
        rules={{ validate: checkKvnr }}
        onValueChange={shorten}
        notice={isShortened ? m.registration_kvnr_shortened() : undefined}
        figure={<CardDrawing label={m.registration_card_label()} caption={m.registration_card_caption()} />}
      />
      <FormTextField
        name="postalCode"
        label={m.registration_postal_code()}
        hint={m.registration_postal_code_hint()}
        size="short"
        inputMode="numeric"
        autoComplete="postal-code"
        rules={{ validate: checkPostalCode }}
      />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.form_next()}</SubmitButton>
        <Link to="/hilfe">{m.registration_no_card()}</Link>
      </div>
    </FormShell>
  );
}
