import { useState } from 'react';
import { useLocation } from 'wouter';
import { Note, TextField, groupPostedCode, hasRightCheckSymbol, isPostedCode, normalisePostedCode } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { keepCode, setupDraft } from './setup-draft';
import { EntryFaults, StepForm } from './step-form';

const FIELD = 'feld-code';

export function CodeStep() {
  const [, navigate] = useLocation();
  const submission = useSubmission();
  const [{ code: linked, isFromLink }] = useState(setupDraft);
  const [code, setCode] = useState(linked ? groupPostedCode(linked) : '');

  /** Sets the dashes while somebody types at the end, and leaves corrections in the middle alone. */
  function type(value: string): void {
    const input = document.activeElement;
    const isAtEnd = input instanceof HTMLInputElement && input.selectionStart === value.length;
    setCode(isAtEnd && !value.endsWith('-') ? groupPostedCode(value) : value);
  }

  function submit(): void {
    const fault = codeFault(code);
    if (fault) return submission.refuse(new EntryFaults([{ fieldId: FIELD, message: fault }]));
    keepCode(normalisePostedCode(code));
    navigate('/einrichten/zugang');
  }

  return (
    <StepForm
      step={1}
      back="/einrichten"
      title={m.app_code_title()}
      lead={m.app_code_lead()}
      submission={submission}
      sentence={problemSentence}
      submit={m.form_next()}
      onSubmit={submit}
    >
      {isFromLink && (
        <Note>
          <p>{m.app_code_from_link()}</p>
        </Note>
      )}
      <TextField
        id={FIELD}
        label={m.app_code_label()}
        hint={m.app_code_hint()}
        value={code}
        onChange={type}
        error={EntryFaults.messageFor(submission.problem, FIELD)}
        errorPrefix={m.title_error()}
        size="medium"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
      />
    </StepForm>
  );
}

/** A slip is found here, before it costs one of the five tries. */
function codeFault(code: string): string | null {
  if (!code.trim()) return m.app_code_missing();
  if (!isPostedCode(code)) return m.app_code_format();
  return hasRightCheckSymbol(code) ? null : m.app_code_typo();
}
