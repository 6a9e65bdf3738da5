import { Link } from '@tanstack/react-router';
import { Note, Section, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { KeptData } from './kept-data';

/** The last page of an account: it is gone, this stays, and a new one is always possible. */
export function AccountDeleted() {
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.deletion_done_lead()}>{m.deletion_done_title()}</PageHeading>
      <div className="narrow stack stack-32">
        <Note kind="ok">
          <p>{m.deletion_done_text()}</p>
        </Note>
        <Section title={m.deletion_stays()}>
          <KeptData />
        </Section>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/">
          {m.not_found_start()}
        </Link>
        <Link className={buttonClass({ look: 'second' })} to="/registrieren" search={{ schritt: undefined }}>
          {m.deletion_register_again()}
        </Link>
      </div>
      <HelpLine />
    </div>
  );
}
