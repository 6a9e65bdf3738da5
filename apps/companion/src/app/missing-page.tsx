import { Link } from 'wouter';
import { buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from './page-heading';

export function MissingPage() {
  return (
    <div className="stack">
      <PageHeading lead={m.app_missing_text()}>{m.app_missing_title()}</PageHeading>
      <Link href="/" className={buttonClass()}>
        {m.app_to_start()}
      </Link>
    </div>
  );
}
