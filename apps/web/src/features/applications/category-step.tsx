import type { DocumentForm } from '@of/api-client';
import { m } from '@of/i18n';
import { FormChoice } from '../../app/forms/form-choice';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import type { WizardValues } from './wizard-values';

interface CategoryStepProps {
  forms: readonly DocumentForm[];
  category: WizardValues['category'];
  onDone: (category: WizardValues['category']) => Promise<void>;
}

/** What the document is about. */
export function CategoryStep({ forms, category, onDone }: CategoryStepProps) {
  const apiForm = useApiForm<{ category: WizardValues['category'] }>({
    defaultValues: { category },
    send: (values) => onDone(values.category),
  });
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={m.documents_category_lead()} hasError={hasRefusal(apiForm)}>
        {m.documents_new()}
      </PageHeading>
      <FormChoice
        name="category"
        legend={m.documents_category()}
        rules={{ required: m.documents_category_missing() }}
        options={forms.map((form) => ({ value: form.category, label: form.title, hint: form.summary }))}
      />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.form_next()}</SubmitButton>
      </div>
    </FormShell>
  );
}
