import { Link } from '@tanstack/react-router';
import { buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from './help-line';
import { PageHeading } from './page-heading';

export function NotFoundPage() {
  return (
    <div className="wrap stack">
      <PageHeading lead={m.not_found_lead()}>{m.not_found_title()}</PageHeading>
      <p className="narrow">{m.not_found_text()}</p>
      <div className="button-row">
        <Link to="/" className={buttonClass()}>
          {m.not_found_start()}
        </Link>
        <Link to="/hilfe" className={buttonClass({ look: 'second' })}>
          {m.shell_help()}
        </Link>
      </div>
      <HelpLine />
    </div>
  );
}
