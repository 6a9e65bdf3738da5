import type { FormEvent, ReactNode } from 'react';
import { Button, ErrorSummary, type SummaryLine } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import type { Submission } from '../../app/use-submission';
import { Back } from './back';

/** Entries that were refused before anything was sent. */
export class EntryFaults extends Error {
  constructor(readonly lines: readonly SummaryLine[]) {
    super('entry-faults');
  }

  static messageFor(problem: unknown, fieldId: string): string | undefined {
    return problem instanceof EntryFaults ? problem.lines.find((line) => line.fieldId === fieldId)?.message : undefined;
  }
}

const STEPS = 3;

interface StepFormProps {
  step?: number;
  back: string;
  title: string;
  lead: string;
  submission: Submission;
  /** The sentence of a refusal that belongs to no field. */
  sentence: (problem: unknown) => ReactNode;
  submit: string;
  busy?: string;
  onSubmit: () => void;
  children: ReactNode;
}

/** One step: way back, question, fields, and the button that names the act. */
export function StepForm(props: StepFormProps) {
  const { step, back, title, lead, submission, sentence, submit, busy = m.form_sending(), onSubmit, children } = props;
  const { problem, attempt, isBusy } = submission;
  const lines = problem instanceof EntryFaults ? problem.lines : [];
  return (
    <div className="stack">
      <Back to={back} />
      {lines.length > 0 && (
        <ErrorSummary
          title={lines.length === 1 ? m.form_errors_one() : m.form_errors_many({ count: String(lines.length) })}
          lines={lines}
          attempt={attempt}
        />
      )}
      {Boolean(problem) && lines.length === 0 && (
        <ErrorSummary title={m.form_problem_title()} attempt={attempt}>
          <p>{sentence(problem)}</p>
        </ErrorSummary>
      )}
      <PageHeading
        above={step && m.app_setup_step({ current: String(step), total: String(STEPS) })}
        lead={lead}
        hasError={Boolean(problem)}
      >
        {title}
      </PageHeading>
      <form
        noValidate
        className="stack stack-32"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div className="fill">
          <Button type="submit" isBusy={isBusy} busyLabel={busy}>
            {submit}
          </Button>
        </div>
      </form>
    </div>
  );
}
