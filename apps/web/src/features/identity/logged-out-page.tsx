import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button, Note, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { useSearchText } from '../../app/address';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { logOut } from '../session/api/session.api';
import { AccountDeleted } from './account-deleted';

export function LoggedOutPage() {
  const reason = useSearchText('grund');
  const [isConfirmed, setIsConfirmed] = useState(false);
  const comesBack = reason === 'zeit' || reason === 'beendet';
  if (reason === 'geloescht') return <AccountDeleted />;
  if (reason === 'ungewiss' && !isConfirmed) return <Unconfirmed onConfirmed={() => setIsConfirmed(true)} />;
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={leadOf(reason)}>{m.logged_out_title()}</PageHeading>
      <div className="narrow">
        <Note kind={comesBack ? 'info' : 'ok'}>
          <p>{comesBack ? m.logged_out_resume() : m.logged_out_safe()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/anmelden">
          {m.logged_out_again()}
        </Link>
        <Link className={buttonClass({ look: 'second' })} to="/">
          {m.not_found_start()}
        </Link>
      </div>
      <HelpLine />
    </div>
  );
}

function leadOf(reason: string | undefined): string {
  if (reason === 'zeit') return m.logged_out_timeout();
  return reason === 'beendet' ? m.logged_out_elsewhere() : m.logged_out_lead();
}

/** The server did not answer: the screen is empty, but the session there may still run. */
function Unconfirmed({ onConfirmed }: { onConfirmed: () => void }) {
  const [isTrying, setIsTrying] = useState(false);
  async function again(): Promise<void> {
    setIsTrying(true);
    // Without a session the server answers 401, and that is as good.
    await logOut().then(onConfirmed, (error: { status?: number }) => error.status === 401 && onConfirmed());
    setIsTrying(false);
  }
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.logged_out_unconfirmed()}>{m.logged_out_unconfirmed_title()}</PageHeading>
      <div className="narrow">
        <Note kind="warn">
          <p>{m.logged_out_unconfirmed_text()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Button isBusy={isTrying} busyLabel={m.form_sending()} onClick={() => void again()}>
          {m.logged_out_unconfirmed_again()}
        </Button>
      </div>
      <HelpLine />
    </div>
  );
}
