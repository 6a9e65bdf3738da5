import { Link } from '@tanstack/react-router';
import { Phone, UserRoundPlus } from 'lucide-react';
import { ApiProblem } from '@of/api-client';
import { Note, RowContent, Rows, Section, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { FormCheckbox } from '../../app/forms/form-checkbox';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { PasswordField } from '../../app/forms/password-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSessionFlow } from '../../app/use-session-flow';
import { logIn } from '../session/api/session.api';
import { linkedCode } from '../session/posted-code-link';
import styles from './identity.module.css';

export function LoginPage() {
  const branding = useBranding();
  const { begin } = useSessionFlow();
  const apiForm = useApiForm({
    defaultValues: { username: '', password: '', trustBrowser: false },
    send: async ({ username, ...rest }) => begin(await logIn({ ...rest, username: username.trim() })),
  });
  return (
    <div className="wrap">
      <div className="columns">
        <div>
          <FormShell apiForm={apiForm} describeProblem={(error) => <LoginRefusal error={error} />}>
            <PageHeading lead={m.login_lead()} hasError={hasRefusal(apiForm)}>
              {m.shell_log_in()}
            </PageHeading>
            {linkedCode() && (
              <div className="narrow">
                <Note>
                  <p>{m.login_code_kept()}</p>
                </Note>
              </div>
            )}
            <FormTextField
              name="username"
              label={m.identity_username()}
              hint={m.identity_username_hint()}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              rules={{ validate: (value: string) => Boolean(value.trim()) || m.login_username_missing() }}
            />
            <div className="stack stack-12">
              <PasswordField
                name="password"
                label={m.identity_password()}
                autoComplete="current-password"
                rules={{ validate: (value: string) => Boolean(value) || m.login_password_missing() }}
              />
              <p>
                <Link to="/hilfe/passwort-vergessen">{m.login_forgotten()}</Link>
              </p>
            </div>
            <FormCheckbox name="trustBrowser">
              {m.login_trust()}
              <span className={styles.checkHint}>{m.login_trust_hint()}</span>
            </FormCheckbox>
            <div className="button-row">
              <SubmitButton isSending={apiForm.isSending}>{m.shell_log_in()}</SubmitButton>
            </div>
          </FormShell>
        </div>
        <div className="stack stack-48">
          <Section as="aside" title={m.login_trouble()}>
            <ul className={styles.causes}>
              <li>
                <b>{m.login_cause_username()}</b> {m.login_cause_username_text()}
              </li>
              <li>
                <b>{m.login_cause_password()}</b> {m.login_cause_password_text()}
              </li>
              <li>
                <b>{m.login_cause_ended()}</b> {m.login_cause_ended_text()}
              </li>
              <li>
                <b>{m.login_cause_changed()}</b> {m.login_cause_changed_text()}
              </li>
            </ul>
          </Section>
          <Section as="aside" title={m.login_other_ways()}>
            <Rows>
              <li>
                <Link className={rowLinkClass} to="/registrieren" search={{ schritt: undefined }}>
                  <RowContent icon={UserRoundPlus} title={m.shell_register()} meta={m.login_register_meta()} />
                </Link>
              </li>
              {branding && (
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
              )}
            </Rows>
          </Section>
        </div>
      </div>
    </div>
  );
}

function LoginRefusal({ error }: { error: unknown }) {
  const code = error instanceof ApiProblem ? error.code : null;
  return (
    <>
      <p>{code === 'login-failed' ? m.login_failed() : problemSentence(error)}</p>
      {code === 'login-failed' && <p>{m.login_failed_hint()}</p>}
      {code === 'insurance-ended' && <HelpLine />}
    </>
  );
}
