import { Link, useSearch } from '@tanstack/react-router';
import { Note, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';

export function LoggedOutPage() {
  const { grund } = useSearch({ from: '/abgemeldet' });
  const isTimeout = grund === 'zeit';
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={isTimeout ? m.logged_out_timeout() : m.logged_out_lead()}>{m.logged_out_title()}</PageHeading>
      <div className="narrow">
        <Note kind={isTimeout ? 'info' : 'ok'}>
          <p>{isTimeout ? m.logged_out_resume() : m.logged_out_safe()}</p>
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
