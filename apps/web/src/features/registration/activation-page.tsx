import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@of/api-client';
import { Note, groupPostedCode, isPostedCode } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSessionFlow } from '../../app/use-session-flow';
import { forgetLinkedCode, linkedCode } from '../session/posted-code-link';
import { activate, lettersQuery } from './api/registration.api';
import { LetterStatus } from './letter-status';
import { NewLetter } from './new-letter';

/** Refusals after which only a new letter helps. */
const spentCodes = new Set(['code-expired', 'code-void']);

export function ActivationPage() {
  const { proceed } = useSessionFlow();
  const letters = useQuery(lettersQuery).data;
  const [isSpent, setIsSpent] = useState(false);
  const [fromLink] = useState(linkedCode);
  const apiForm = useApiForm({
    defaultValues: { code: fromLink ? groupPostedCode(fromLink) : '' },
    pointers: { '/code': 'code' },
    codes: { 'code-invalid': 'code', 'code-expired': 'code', 'code-void': 'code' },
    send: async ({ code }) => {
      try {
        const session = await activate(code);
        forgetLinkedCode();
        await proceed(session);
      } catch (error) {
        if (error instanceof ApiProblem && spentCodes.has(error.code)) {
          setIsSpent(true);
          forgetLinkedCode();
        }
        throw error;
      }
    },
  });

  /** Sets the dashes while somebody types at the end, and leaves corrections in the middle alone. */
  function group(value: string): void {
    const input = document.activeElement;
    const isAtEnd = input instanceof HTMLInputElement && input.selectionStart === value.length;
    if (isAtEnd && !value.endsWith('-')) apiForm.form.setValue('code', groupPostedCode(value));
  }

  const letter = letters?.find(({ purpose }) => purpose === 'registration');
  return (
    <div className="wrap">
      <div className="columns">
        <div>
          <FormShell apiForm={apiForm} describeProblem={(error) => <p>{problemSentence(error)}</p>}>
            <PageHeading lead={m.activation_lead()} hasError={hasRefusal(apiForm)}>
              {m.activation_title()}
            </PageHeading>
            {fromLink && (
              <div className="narrow">
                <Note>
                  <p>{m.activation_from_link()}</p>
                </Note>
              </div>
            )}
            <FormTextField
              name="code"
              label={m.activation_code()}
              hint={m.activation_code_hint()}
              size="medium"
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={100}
              onValueChange={group}
              rules={{
                validate: (value: string) => {
                  if (!value.trim()) return m.activation_code_missing();
                  return isPostedCode(value) || m.activation_code_format();
                },
              }}
            />
            <div className="button-row">
              <SubmitButton isSending={apiForm.isSending}>{m.activation_submit()}</SubmitButton>
            </div>
          </FormShell>
        </div>
        <div className="stack stack-48">
          {letter && <LetterStatus letter={letter} />}
          <NewLetter isUrgent={isSpent} />
        </div>
      </div>
    </div>
  );
}
