import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiProblem } from '@of/api-client';
import { Section, SummaryList, SummaryRow } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { currentDocument, legalDocumentsQuery } from '../consent/api/consent.api';
import { DocumentDetails } from '../consent/document-details';
import { register } from './api/registration.api';
import { keepRegistration, registrationDraft } from './registration-draft';
import styles from './registration.module.css';

/** Check the answers, read the texts, send. */
export function SendStep({ onDone }: { onDone: () => void }) {
  const { kvnr, postalCode, password } = registrationDraft();
  const documents = useSuspenseQuery(legalDocumentsQuery()).data;
  const shown = (['terms', 'privacy'] as const).flatMap((kind) => currentDocument(documents, kind) ?? []);
  const apiForm = useApiForm({
    defaultValues: {},
    send: async () => {
      const versionOf = (kind: 'terms' | 'privacy') => shown.find((document) => document.kind === kind)?.version ?? '';
      const letterExpectedBy = await register({
        kvnr,
        postalCode,
        password,
        termsVersion: versionOf('terms'),
        privacyVersion: versionOf('privacy'),
      });
      // The password has done its work; nothing of the entries is needed any more.
      keepRegistration({ kvnr: '', postalCode: '', password: '', letterExpectedBy });
      onDone();
    },
  });
  const change = (schritt: 'person' | 'passwort', field: string) => (
    <Link to="/registrieren" search={{ schritt }}>
      {m.form_change()}
      <span className="vh">: {field}</span>
    </Link>
  );
  return (
    <FormShell apiForm={apiForm} describeProblem={(error) => <Refusal error={error} />}>
      <PageHeading
        title={`${m.registration_send_title()} – ${m.shell_register()}`}
        lead={m.registration_send_lead()}
        hasError={hasRefusal(apiForm)}
      >
        {m.registration_send_title()}
      </PageHeading>
      <div className="narrow">
        <Section title={m.registration_your_answers()}>
          <SummaryList>
            <SummaryRow term={m.registration_kvnr()} act={change('person', m.registration_kvnr())}>
              <span className="num">{kvnr}</span>
            </SummaryRow>
            <SummaryRow term={m.registration_postal_code()} act={change('person', m.registration_postal_code())}>
              <span className="num">{postalCode}</span>
            </SummaryRow>
            <SummaryRow term={m.identity_password()} act={change('passwort', m.identity_password())}>
              {m.registration_password_set()}
            </SummaryRow>
          </SummaryList>
        </Section>
      </div>
      <div className="narrow">
        <Section title={m.registration_texts()}>
          <p>{m.registration_texts_lead()}</p>
          {shown.map((document) => (
            <DocumentDetails key={document.kind} document={document} />
          ))}
        </Section>
      </div>
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.registration_send()}</SubmitButton>
      </div>
    </FormShell>
  );
}

/** One neutral refusal names all possible causes: which of them it was would tell strangers too much. */
function Refusal({ error }: { error: unknown }) {
  if (!(error instanceof ApiProblem)) return <p>{problemSentence(error)}</p>;
  if (error.code === 'registration-not-possible') {
    return (
      <>
        <p>{m.registration_refused()}</p>
        <ul className={styles.bullets}>
          <li>{m.registration_cause_kvnr()}</li>
          <li>{m.registration_cause_postal_code()}</li>
          <li>{m.registration_cause_registered()}</li>
          <li>{m.registration_cause_ended()}</li>
          <li>{m.registration_cause_age()}</li>
        </ul>
        <p>
          <Link to="/registrieren" search={{ schritt: 'person' }}>
            {m.registration_check_answers()}
          </Link>
        </p>
        <HelpLine />
      </>
    );
  }
  const details = error.extra.errors?.map(({ detail }) => detail) ?? [];
  if (details.length === 0) return <p>{problemSentence(error)}</p>;
  const isPassword = error.extra.errors?.every(({ pointer }) => pointer === '/password') ?? false;
  return (
    <>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <p>
        <Link to="/registrieren" search={{ schritt: isPassword ? 'passwort' : 'person' }}>
          {m.registration_check_answers()}
        </Link>
      </p>
    </>
  );
}
