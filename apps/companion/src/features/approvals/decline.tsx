import { Button, ErrorSummary } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import type { Submission } from '../../app/use-submission';
import styles from './decide.module.css';

interface DeclineProps {
  submission: Submission;
  onDecline: (reason?: 'not-me') => void;
  onBack?: () => void;
  /** The numbers did not match: there is no way back to the release. */
  isMismatch?: boolean;
}

/** Whether somebody else asked makes all the difference: then the other browser is signed out, too. */
export function Decline({ submission: { problem, attempt, isBusy }, onDecline, onBack, isMismatch }: DeclineProps) {
  return (
    <div className="stack stack-32">
      {Boolean(problem) && (
        <ErrorSummary title={m.form_problem_title()} attempt={attempt}>
          <p>{problemSentence(problem)}</p>
        </ErrorSummary>
      )}
      {isMismatch ? (
        <PageHeading key="mismatch" lead={m.app_mismatch_text()} hasError>
          {m.app_mismatch_title()}
        </PageHeading>
      ) : (
        <PageHeading lead={m.app_decline_lead()} hasError={Boolean(problem)}>
          {m.app_decline_title()}
        </PageHeading>
      )}
      <ul className={styles.answers}>
        <li>
          <Button look="danger" isBusy={isBusy} onClick={() => onDecline('not-me')} aria-describedby="not-me-text">
            {m.app_decline_not_me()}
          </Button>
          <p id="not-me-text" className="muted small">
            {m.app_decline_not_me_text()}
          </p>
        </li>
        <li>
          <Button look="second" isBusy={isBusy} onClick={() => onDecline()} aria-describedby="changed-mind-text">
            {m.app_decline_changed_mind()}
          </Button>
          <p id="changed-mind-text" className="muted small">
            {m.app_decline_changed_mind_text()}
          </p>
        </li>
      </ul>
      {onBack && (
        <Button look="quiet" onClick={() => !isBusy && onBack()}>
          {m.app_decline_back()}
        </Button>
      )}
    </div>
  );
}
