import type { ReactNode } from 'react';
import type { DocumentForm } from '@of/api-client';
import { Note, Section, SummaryList, SummaryRow } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { useKnownSickNote } from './received-sick-notes';
import { SentPages } from './sent-pages';
import { applies, inWords, lateRemark, today, type TypedAnswers } from './wizard-values';

interface CheckStepProps {
  form: DocumentForm;
  answers: TypedAnswers;
  personId: string;
  uploadIds: readonly string[];
  /** For whom, in words. */
  name: string;
  renderChange: (step: 'fragen' | 'seiten', content: ReactNode) => ReactNode;
  onSend: () => Promise<void>;
}

/** Everything once more, right before it is sent. */
export function CheckStep({ form, answers, personId, uploadIds, name, renderChange, onSend }: CheckStepProps) {
  const apiForm = useApiForm({ defaultValues: {}, send: onSend });
  const known = useKnownSickNote(personId, form.category, answers);
  const late = known?.isAll ? null : lateRemark(form, answers, today());
  const change = (step: 'fragen' | 'seiten', what: string) =>
    renderChange(
      step,
      <>
        {m.form_change()}
        <span className="vh">: {what}</span>
      </>,
    );
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading
        title={`${m.documents_check()} – ${form.title}`}
        lead={m.documents_check_lead()}
        hasError={hasRefusal(apiForm)}
      >
        {m.documents_check()}
      </PageHeading>
      <div className="narrow stack stack-32">
        <Section title={form.title} aside={change('fragen', form.title)}>
          <SummaryList>
            <SummaryRow term={m.documents_for()}>{name}</SummaryRow>
            {form.questions
              .filter((question) => applies(question, answers))
              .map((question) => (
                <SummaryRow key={question.name} term={question.label}>
                  {inWords(question, answers[question.name])}
                </SummaryRow>
              ))}
          </SummaryList>
        </Section>
        <Section title={m.documents_papers()} aside={change('seiten', m.documents_papers())}>
          <SummaryList>
            <SummaryRow term={m.documents_files()}>{String(uploadIds.length)}</SummaryRow>
          </SummaryList>
        </Section>
        <div role="status">
          <SentPages personId={personId} uploadIds={uploadIds} />
        </div>
        {late && (
          <Note kind="warn">
            <p>{late}</p>
          </Note>
        )}
        <Note>
          <p>{m.documents_check_note()}</p>
        </Note>
      </div>
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.documents_send()}</SubmitButton>
      </div>
      <HelpLine />
    </FormShell>
  );
}
