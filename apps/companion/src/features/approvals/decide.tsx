import { useState } from 'react';
import { ArrowLeft, Fingerprint, TriangleAlert, X } from 'lucide-react';
import { Link } from 'wouter';
import { Button, ErrorSummary, Note } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import type { Submission } from '../../app/use-submission';
import { useSession } from '../accounts/device-state';
import { isUnconfirmed } from '../setup/webauthn-faults';
import { actOf, browserOf, placeOf } from './acts';
import type { DeviceApproval } from './api/approvals.api';
import styles from './decide.module.css';
import { numberChoices } from './number-choices';
import { NumberChoice, NumberToCompare, Ticket } from './ticket';
import { timeLeft, when } from './time-left';

/** After so many wrong numbers this page offers the release no more, even when the server cannot be told. */
const WRONG_CHOICES = 2;

interface DecideProps {
  approval: DeviceApproval;
  secondsLeft: number;
  submission: Submission;
  onApprove: (matchNumber: string) => void;
  onDecline: () => void;
  /** A wrong number was chosen. */
  onWrongChoice: (number: string) => void;
  /** No number is left that could be the right one. */
  onMismatch: () => void;
}

/** What is asked, by whom and from where, and the two answers side by side. */
export function Decide({ approval, secondsLeft, submission, ...on }: DecideProps) {
  const { onApprove, onDecline, onWrongChoice, onMismatch } = on;
  const name = useSession()?.givenName ?? '';
  const { id, action, matchNumber, lines, createdAt, place, knownBrowser } = approval;
  const isLogin = action === 'login';
  const [chosen, setChosen] = useState<string | null>(isLogin ? null : matchNumber);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [hint, setHint] = useState<string | null>(null);
  const { problem, attempt, isBusy } = submission;

  function choose(number: string): void {
    if (isBusy) return;
    if (number === matchNumber) {
      setChosen(number);
      setHint(null);
      return;
    }
    const tried = [...wrong, number];
    setWrong(tried);
    setChosen(null);
    setHint(m.app_approval_wrong_choice({ number }));
    onWrongChoice(number);
    if (tried.length >= WRONG_CHOICES) onMismatch();
  }

  function approve(): void {
    if (chosen === null) setHint(m.app_approval_choose_first());
    else onApprove(chosen);
  }

  const act = actOf(approval);
  return (
    <>
      <header className={styles.top}>
        <Link href="/" className={styles.back}>
          <ArrowLeft aria-hidden />
          {m.app_approval_back()}
        </Link>
        <span className="muted">{timeLeft(secondsLeft)}</span>
      </header>
      <div className={styles.content}>
        {Boolean(problem) && (
          <ErrorSummary title={m.form_problem_title()} attempt={attempt}>
            <p>{isUnconfirmed(problem) ? m.app_approval_cancelled() : problemSentence(problem)}</p>
          </ErrorSummary>
        )}
        <PageHeading above={m.app_approval_for({ name })} hasError={Boolean(problem)}>
          {act.question()}
        </PageHeading>
        <Ticket
          lines={lines}
          number={
            isLogin ? (
              <NumberChoice choices={numberChoices(id, matchNumber)} wrong={wrong} chosen={chosen} onChoose={choose} />
            ) : (
              <NumberToCompare ask={m.app_approval_compare()} number={matchNumber} />
            )
          }
        />
        <div role="alert">{hint && <Note kind="warn">{hint}</Note>}</div>
        <dl className={styles.facts}>
          <Fact label={m.app_approval_where()} isOdd={place === 'other-network'}>
            {placeOf(approval)}
          </Fact>
          <Fact label={m.app_approval_browser()} isOdd={!knownBrowser}>
            {browserOf(approval)}
          </Fact>
          <Fact label={m.app_approval_when()}>{when(createdAt)}</Fact>
        </dl>
        <Note>
          <p className="small">{act.consequence()}</p>
        </Note>
      </div>
      <section className={styles.decide} aria-label={m.app_approval_decision()}>
        <Button look="second" onClick={() => !isBusy && onDecline()}>
          <X aria-hidden />
          {m.app_approval_decline()}
        </Button>
        <Button isBusy={isBusy} busyLabel={m.app_approval_waiting()} onClick={approve}>
          <Fingerprint aria-hidden />
          {m.app_approval_approve()}
        </Button>
      </section>
    </>
  );
}

function Fact({ label, isOdd, children }: { label: string; isOdd?: boolean; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={isOdd ? styles.odd : undefined}>
        {isOdd && <TriangleAlert aria-hidden />}
        {children}
      </dd>
    </div>
  );
}
