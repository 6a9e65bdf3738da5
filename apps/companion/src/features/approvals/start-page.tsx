import { useQuery } from '@tanstack/react-query';
import { Camera, ShieldCheck } from 'lucide-react';
import { Link } from 'wouter';
import { Note, Section, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSession } from '../accounts/device-state';
import { actOf, placeOf } from './acts';
import { historyQuery, openApprovalsQuery, type DeviceApproval } from './api/approvals.api';
import { PastApprovals } from './past-approvals';
import styles from './start-page.module.css';
import { timeLeft, useSecondsLeft, when } from './time-left';

const RECENT = 3;

/** What waits, and what was last. */
export function StartPage() {
  const session = useSession();
  const { data: open, error } = useQuery(openApprovalsQuery);
  const past = useQuery(historyQuery).data?.filter(({ status }) => status !== 'pending');
  const name = session ? `${session.givenName} ${session.familyName}`.trim() : '';
  return (
    <div className="stack stack-32">
      <PageHeading lead={<span role="status">{open && waitingSentence(open.length)}</span>}>
        {m.app_start_hello({ name })}
      </PageHeading>
      {Boolean(error) && (
        <Note kind="warn" role="status">
          <p>{open ? m.app_unreachable() : problemSentence(error)}</p>
        </Note>
      )}
      {open?.map((approval) => (
        <Ask key={approval.id} approval={approval} />
      ))}
      {open?.length === 0 && (
        <div className={styles.empty}>
          <span className={styles.sign}>
            <ShieldCheck aria-hidden />
          </span>
          <h2>{m.app_start_empty_title()}</h2>
          <p className="muted">{m.app_start_empty_text()}</p>
        </div>
      )}
      <Link href="/foto" className={buttonClass({ look: 'second' })}>
        <Camera aria-hidden />
        {m.photo_title()}
      </Link>
      {past && (
        <Section
          title={m.app_start_recent()}
          aside={past.length > RECENT && <Link href="/verlauf">{m.app_start_all()}</Link>}
        >
          {past.length > 0 ? (
            <PastApprovals items={past.slice(0, RECENT)} />
          ) : (
            <p className="muted small">{m.app_start_recent_none()}</p>
          )}
        </Section>
      )}
    </div>
  );
}

function waitingSentence(count: number): string {
  if (count === 0) return m.app_start_none();
  return count === 1 ? m.app_start_one() : m.app_start_many({ count: String(count) });
}

/** One thing to decide. */
function Ask({ approval }: { approval: DeviceApproval }) {
  const seconds = useSecondsLeft(approval.expiresAt);
  const titleId = `frage-${approval.id}`;
  return (
    <section className={styles.ask} aria-labelledby={titleId}>
      <div>
        <p className="small muted">{timeLeft(seconds)}</p>
        <h2 id={titleId}>{actOf(approval).question()}</h2>
        <p className="small muted">
          {when(approval.createdAt)}, {approval.browser}
        </p>
        <p className="small muted">{placeOf(approval)}</p>
      </div>
      <Link href={`/freigabe/${approval.id}`} className={buttonClass()} aria-describedby={titleId}>
        {m.app_start_decide()}
      </Link>
    </section>
  );
}
