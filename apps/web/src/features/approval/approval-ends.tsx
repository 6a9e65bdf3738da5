import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CircleX, Clock, Undo2 } from 'lucide-react';
import type { Approval } from '@of/api-client';
import { Button, Note, Section, Tag, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { acts, type Action } from './acts';
import { ChangeLines } from './change-lines';
import { useRepeat } from './use-repeat';

export interface EndProps {
  approval: Approval;
  action: Exclude<Action, 'login'>;
}

/** A change that did not happen: how it ended, what was asked, and the one way on. */
function End({
  tag,
  title,
  lead,
  lines,
  children,
}: {
  tag: ReactNode;
  title: string;
  lead: string;
  lines: Approval['lines'];
  children: ReactNode;
}) {
  return (
    <div className="wrap stack stack-32">
      <PageHeading above={tag} lead={lead}>
        {title}
      </PageHeading>
      {children}
      {lines.length > 0 && (
        <div className="narrow">
          <Section title={m.approval_asked()}>
            <ChangeLines lines={lines} />
          </Section>
        </div>
      )}
      <HelpLine />
    </div>
  );
}

/** Refused on the device. */
export function Declined({ approval, action }: EndProps) {
  const [isStranger, setIsStranger] = useState(false);
  return (
    <End
      tag={
        <Tag kind="warn" icon={CircleX}>
          {m.approval_tag_declined()}
        </Tag>
      }
      title={m.approval_refused_title()}
      lead={m.approval_refused_lead()}
      lines={approval.lines}
    >
      {isStranger ? (
        <Stranger />
      ) : (
        <div className="button-row">
          <Link className={buttonClass()} to={acts[action].path}>
            {m.approval_back_to_entry()}
          </Link>
          <Button look="danger" onClick={() => setIsStranger(true)}>
            {m.approval_not_me()}
          </Button>
        </div>
      )}
    </End>
  );
}

/** Somebody else asked in this account: lock them out first. */
export function Stranger() {
  return (
    <div className="stack narrow">
      <Note kind="warn" role="status">
        <p>{m.approval_not_me_text()}</p>
      </Note>
      <div className="button-row">
        <Link className={buttonClass()} to="/daten/zugang/passwort">
          {m.password_change_title()}
        </Link>
        <Link className={buttonClass({ look: 'second' })} to="/daten/zugang">
          {m.approval_see_sessions()}
        </Link>
      </div>
    </div>
  );
}

/** Run out, or taken back. What was typed is still there. */
export function NotReleased({ approval, action }: EndProps) {
  const repeat = useRepeat(action);
  const isExpired = approval.status === 'expired';
  return (
    <End
      tag={
        <Tag icon={isExpired ? Clock : Undo2}>{isExpired ? m.approval_tag_expired() : m.approval_tag_cancelled()}</Tag>
      }
      title={isExpired ? m.approval_change_expired_title() : m.approval_cancelled_title()}
      lead={leadOf(isExpired, repeat.isKept)}
      lines={approval.lines}
    >
      {repeat.error && (
        <div className="narrow">
          <Note kind="error" role="alert">
            <p>{problemSentence(repeat.error)}</p>
          </Note>
        </div>
      )}
      <div className="button-row">
        {repeat.isPossible ? (
          <Button isBusy={repeat.isPending} busyLabel={m.form_sending()} onClick={repeat.send}>
            {m.approval_ask_again()}
          </Button>
        ) : (
          <Link className={buttonClass()} to={acts[action].path}>
            {repeat.isKept ? m.approval_ask_again() : m.approval_enter_again()}
          </Link>
        )}
        <Link className={buttonClass({ look: 'quiet' })} to="/daten">
          {m.approval_to_my_data()}
        </Link>
      </div>
    </End>
  );
}

function leadOf(isExpired: boolean, isKept: boolean): string {
  if (!isExpired) return m.approval_cancelled_lead();
  return isKept ? m.approval_expired_kept() : m.approval_expired_lost();
}

/** No such approval in this account, or one of long ago. */
export function Missing() {
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.approval_missing_lead()}>{m.approval_missing_title()}</PageHeading>
      <div className="button-row">
        <Link className={buttonClass()} to="/daten">
          {m.approval_to_my_data()}
        </Link>
      </div>
    </div>
  );
}
