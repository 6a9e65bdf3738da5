import type { ReactNode } from 'react';
import { FormProvider, type FieldErrors, type FieldValues } from 'react-hook-form';
import { ErrorSummary, type SummaryLine } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../problem-sentence';
import styles from './form-shell.module.css';
import type { ApiForm } from './use-api-form';

interface FormShellProps<T extends FieldValues> {
  apiForm: ApiForm<T>;
  /** Takes the place of the sentence of a refusal that belongs to no field. */
  describeProblem?: (error: unknown) => ReactNode;
  children: ReactNode;
}

export const fieldId = (name: string): string => `feld-${name}`;

/** Error summary and form. */
export function FormShell<T extends FieldValues>({ apiForm, describeProblem, children }: FormShellProps<T>) {
  const { form, problem, attempt, submit } = apiForm;
  const lines = summaryLines(form.formState.errors);
  return (
    <>
      {problem ? (
        <ErrorSummary title={m.form_problem_title()} attempt={attempt}>
          {describeProblem?.(problem) ?? <p>{problemSentence(problem)}</p>}
        </ErrorSummary>
      ) : (
        lines.length > 0 && (
          <ErrorSummary
            title={lines.length === 1 ? m.form_errors_one() : m.form_errors_many({ count: String(lines.length) })}
            lines={lines}
            attempt={attempt}
          />
        )
      )}
      <FormProvider {...form}>
        <form noValidate className={styles.form} onSubmit={submit}>
          {children}
        </form>
      </FormProvider>
    </>
  );
}

function summaryLines(errors: FieldErrors): SummaryLine[] {
  return Object.entries(errors).flatMap(([name, error]) =>
    error && typeof error.message === 'string' ? [{ fieldId: fieldId(name), message: error.message }] : [],
  );
}

/** Whether the form shows a refusal, for the title of the page. */
export function hasRefusal<T extends FieldValues>({ form, problem }: ApiForm<T>): boolean {
  return Boolean(problem) || Object.keys(form.formState.errors).length > 0;
}
