import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiProblem, type LegalKind } from '@of/api-client';
import { Button, Section } from '@of/ui';
import { m } from '@of/i18n';
import { FormCheckbox } from '../../app/forms/form-checkbox';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSessionFlow } from '../../app/use-session-flow';
import { useLogOut } from '../session/use-log-out';
import { acceptDocuments, currentDocument, legalDocumentsQuery } from './api/consent.api';
import { DocumentDetails } from './document-details';
import styles from './legal.module.css';

/** First login, and first login after a change: what is new, the whole text, then agree or leave. */
export function ConsentPage() {
  const documents = useSuspenseQuery(legalDocumentsQuery()).data;
  const queryClient = useQueryClient();
  const { proceed } = useSessionFlow();
  const logOut = useLogOut();
  const terms = currentDocument(documents, 'terms');
  const privacy = currentDocument(documents, 'privacy');
  const apiForm = useApiForm({
    defaultValues: { terms: false, privacy: false },
    send: async () => {
      const shown = [terms, privacy].flatMap((document) => document ?? []);
      try {
        await proceed(await acceptDocuments(shown.map(({ kind, version }) => ({ kind, version }))));
      } catch (error) {
        // A new version was published while this one was read.
        if (error instanceof ApiProblem && error.code === 'document-outdated') {
          await queryClient.invalidateQueries(legalDocumentsQuery());
        }
        throw error;
      }
    },
  });
  const blocks: { kind: LegalKind; document: typeof terms; agree: string; missing: string }[] = [
    { kind: 'terms', document: terms, agree: m.consent_agree_terms(), missing: m.consent_terms_missing() },
    {
      kind: 'privacy',
      document: privacy,
      agree: m.consent_acknowledge_privacy(),
      missing: m.consent_privacy_missing(),
    },
  ];
  return (
    <div className="wrap">
      <FormShell apiForm={apiForm} describeProblem={(error) => <p>{problemSentence(error)}</p>}>
        <PageHeading lead={m.consent_lead()} hasError={hasRefusal(apiForm)}>
          {m.consent_title()}
        </PageHeading>
        {blocks.map(
          ({ kind, document, agree, missing }) =>
            document && (
              <div key={kind} className="narrow">
                <Section title={kind === 'terms' ? m.shell_terms() : m.shell_privacy()}>
                  <div className={styles.block}>
                    {document.changes && (
                      <p>
                        <strong>{m.consent_what_is_new()}</strong> {document.changes}
                      </p>
                    )}
                    <DocumentDetails document={document} />
                    <FormCheckbox name={kind} rules={{ validate: (value: boolean) => value || missing }}>
                      {agree}
                    </FormCheckbox>
                  </div>
                </Section>
              </div>
            ),
        )}
        <div className="stack stack-12">
          <div className="button-row">
            <SubmitButton isSending={apiForm.isSending}>{m.consent_submit()}</SubmitButton>
            <Button look="quiet" onClick={() => void logOut()}>
              {m.consent_refuse()}
            </Button>
          </div>
          <p className="small muted narrow">
            {m.consent_refuse_hint()} <Link to="/daten/zugang/loeschen">{m.deletion_title()}</Link>
          </p>
        </div>
      </FormShell>
    </div>
  );
}
