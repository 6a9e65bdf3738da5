import { useWatch } from 'react-hook-form';
import type { DocumentForm } from '@of/api-client';
import { Note } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { DraftStatus } from '../drafts/draft-status';
import type { Draft } from '../drafts/use-draft';
import { useOpenForm } from '../drafts/use-open-form';
import { QuestionField } from './question-field';
import { KnownSickNote, useKnownSickNote } from './received-sick-notes';
import { applies, emptyAnswers, lateRemark, today, type TypedAnswers, type WizardValues } from './wizard-values';

interface QuestionsStepProps {
  personId: string;
  form: DocumentForm;
  values: WizardValues;
  draft: Draft<WizardValues>;
  /** Where the form goes on when it is left here. */
  returnUrl: string;
  /** Why the API sent the answers back. */
  refusal: unknown;
  /** The form begins anew with these values. */
  onReset: (saved: WizardValues | undefined) => void;
  onDone: (answers: TypedAnswers) => Promise<void>;
}

/** What we need to know about the document, and the document does not say. */
export function QuestionsStep({
  personId,
  form,
  values,
  draft,
  returnUrl,
  refusal,
  onReset,
  onDone,
}: QuestionsStepProps) {
  const apiForm = useApiForm<TypedAnswers>({
    defaultValues: emptyAnswers(form, values.answers),
    pointers: Object.fromEntries(form.questions.map(({ name }) => [`/fields/${name}`, name])),
    send: onDone,
    refusal,
  });
  const typed = useWatch({ control: apiForm.form.control }) as TypedAnswers;
  useOpenForm(draft, () => ({
    values: { ...values, category: form.category, answers: structuredClone(apiForm.form.getValues()) },
    returnUrl,
  }));
  const known = useKnownSickNote(personId, form.category, typed);
  // What is here already is not late.
  const late = known?.isAll ? null : lateRemark(form, typed, today());
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading
        title={`${m.documents_questions()} – ${form.title}`}
        lead={form.title}
        hasError={hasRefusal(apiForm)}
      >
        {m.documents_questions()}
      </PageHeading>
      {form.questions
        .filter((question) => applies(question, typed))
        .map((question) => (
          <QuestionField key={question.name} question={question} />
        ))}
      <div role="status" className="narrow">
        {known && <KnownSickNote known={known} />}
        {late && (
          <Note kind="warn">
            <p>{late}</p>
          </Note>
        )}
      </div>
      {form.notes.length > 0 && (
        <div className="narrow">
          <Note>
            {form.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </Note>
        </div>
      )}
      <div className="stack stack-12">
        <div className="button-row">
          <SubmitButton isSending={apiForm.isSending} describedBy={draft.statusId}>
            {m.form_next()}
          </SubmitButton>
        </div>
        <DraftStatus draft={draft} onReset={onReset} />
      </div>
    </FormShell>
  );
}
