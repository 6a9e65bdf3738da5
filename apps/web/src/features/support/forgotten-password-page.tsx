import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import { RowContent, Rows, Section, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';
import styles from './help-page.module.css';

/** What to do without the password: a person on the phone helps, and what to have ready. */
export function ForgottenPasswordPage() {
  const branding = useBranding();
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.forgotten_lead()}>{m.forgotten_title()}</PageHeading>
      <div className="narrow stack stack-48">
        <Section title={m.forgotten_call_title()}>
          <p>{m.forgotten_call()}</p>
          {branding && (
            <Rows>
              <li>
                <a className={rowLinkClass} href={`tel:${branding.hotline.tel}`}>
                  <RowContent
                    icon={Phone}
                    title={
                      <>
                        {m.login_call()} <span className="num">{branding.hotline.number}</span>
                      </>
                    }
                    meta={branding.hotline.hours}
                  />
                </a>
              </li>
            </Rows>
          )}
        </Section>
        <Section title={m.help_ready_title()}>
          <ul className={styles.ready}>
            <li>{m.help_ready_kvnr()}</li>
            <li>{m.forgotten_ready_address()}</li>
          </ul>
        </Section>
        <Section title={m.forgotten_before_title()}>
          <ul className={styles.ready}>
            <li>{m.forgotten_check_case()}</li>
            <li>{m.forgotten_check_username()}</li>
            <li>{m.forgotten_check_saved()}</li>
          </ul>
        </Section>
        <p>
          <Link to="/anmelden">{m.forgotten_back()}</Link>
        </p>
      </div>
    </div>
  );
}
