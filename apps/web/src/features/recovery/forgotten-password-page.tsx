import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Note, Section, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { linkedCode } from '../session/posted-code-link';
import type { ResetChannel } from './api/recovery.api';
import { NewPasswordForm } from './new-password-form';
import styles from './recovery.module.css';
import { RequestForm } from './request-form';

/** What is known while somebody gets a new password. */
interface Ordered {
  username: string;
  channel: ResetChannel;
}

/**
 * Forgotten password: order a code over one of three ways, then set a new one with it. The pages are the same for every
 * user name, so that they betray nobody.
 */
export function ForgottenPasswordPage() {
  const [ordered, setOrdered] = useState<Ordered | null>(linkedCode() ? { username: '', channel: 'post' } : null);
  const [isDone, setIsDone] = useState(false);
  if (isDone) return <Done />;
  return (
    <div className="wrap">
      <div className="columns">
        {ordered ? (
          <NewPasswordForm
            username={ordered.username}
            channel={ordered.channel}
            onAgain={() => setOrdered(null)}
            onDone={() => setIsDone(true)}
          />
        ) : (
          <RequestForm
            onOrdered={(username, channel) => setOrdered({ username, channel })}
            onHaveCode={() => setOrdered({ username: '', channel: 'post' })}
          />
        )}
        <Section as="aside" title={m.forgotten_before_title()}>
          <ul className={styles.hints}>
            <li>{m.forgotten_check_case()}</li>
            <li>{m.forgotten_check_username()}</li>
            <li>{m.forgotten_check_saved()}</li>
          </ul>
          <HelpLine />
        </Section>
      </div>
    </div>
  );
}

function Done() {
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.reset_done_lead()}>{m.reset_done_title()}</PageHeading>
      <div className="narrow">
        <Note kind="ok">
          <p>{m.reset_done_text()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/anmelden">
          {m.shell_log_in()}
        </Link>
      </div>
    </div>
  );
}
