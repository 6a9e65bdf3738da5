import { useState } from 'react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, FileDown, FileText, House } from 'lucide-react';
import type { SubmittedDocument } from '@of/api-client';
import {
  Button,
  Note,
  RowContent,
  Rows,
  Section,
  SummaryList,
  SummaryRow,
  Tag,
  buttonClass,
  rowLinkClass,
} from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { usePathId, useSearchText } from '../../app/address';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { personPath, usePersonId } from '../../app/person';
import { problemSentence } from '../../app/problem-sentence';
import { WizardBar } from '../../app/wizard-bar';
import { useNameOf } from '../family/use-name-of';
import { useIsOfAge } from '../personal-data/use-is-of-age';
import { documentQuery, keepPrivate } from './api/documents.api';
import { ProgressTag, whatIsNext } from './progress';
import { ReceiptSheet } from './receipt-sheet';

/** One submission: how far it is, and its receipt. Right after sending it says that it has arrived. */
export function DocumentPage() {
  const personId = usePersonId();
  const name = useNameOf(personId);
  const { data: document } = useSuspenseQuery(documentQuery(personId, usePathId() ?? ''));
  const isSent = useSearchText('schritt') === 'beleg';
  // Turned down while one looks on: then there is something to do, and nothing to congratulate on.
  const isNew = isSent && document.progress !== 'rejected';
  const list = personPath(personId, '/dokumente') as '/dokumente';
  return (
    <>
      <WizardBar
        name={isNew ? document.title : m.documents_title()}
        step={isNew ? { current: 5, total: 5 } : undefined}
        renderBack={(content, className) =>
          isNew ? null : (
            <Link className={className} to={list}>
              {content}
            </Link>
          )
        }
      />
      <div className="wrap stack stack-32">
        {isNew ? (
          <PageHeading
            above={
              <Tag kind="ok" icon={CircleCheck}>
                {m.receipt_arrived()}
              </Tag>
            }
            lead={m.receipt_arrived_lead()}
          >
            {m.receipt_arrived_title()}
          </PageHeading>
        ) : (
          <PageHeading above={<ProgressTag progress={document.progress} />} lead={whatIsNext(document.progress)}>
            {document.title}
          </PageHeading>
        )}
        <div className="columns">
          <div className="stack stack-32">
            <ReceiptSheet document={document} name={name} />
            {!isNew && <Timeline document={document} />}
            {personId === 'me' && <Privacy document={document} />}
          </div>
          <Section as="aside" title={m.change_next()}>
            <div className="stack">
              <p role="status">{whatIsNext(document.progress)}</p>
              <Rows>
                {document.progress === 'rejected' && (
                  <li>
                    <Link className={rowLinkClass} to={personPath(personId, '/dokumente/neu')}>
                      <RowContent icon={FileText} title={m.documents_again()} />
                    </Link>
                  </li>
                )}
                <li>
                  <Link className={rowLinkClass} to={list}>
                    <RowContent icon={FileText} title={m.documents_all()} />
                  </Link>
                </li>
                <li>
                  <Link className={rowLinkClass} to={personPath(personId, '/start')}>
                    <RowContent icon={House} title={m.documents_home()} />
                  </Link>
                </li>
              </Rows>
              {document.contentUrl !== null && (
                <div className="button-row no-print">
                  <a className={buttonClass({ look: 'second' })} href={document.contentUrl ?? undefined} download>
                    <FileDown aria-hidden />
                    {m.documents_download()}
                  </a>
                </div>
              )}
              <HelpLine />
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

/** What has happened, dated. */
function Timeline({ document }: { document: SubmittedDocument }) {
  const lines: [at: string | null, what: string][] = [
    [document.receivedAt, m.documents_line_received()],
    [document.forwardedAt, m.documents_line_forwarded()],
    [document.overdueAt, m.documents_line_overdue()],
    [document.acknowledgedAt, m.documents_line_acknowledged()],
    [document.rejectedAt, m.documents_line_rejected()],
  ];
  const steps = lines.flatMap(([at, what]) => (at === null ? [] : [{ at, what }]));
  return (
    <Section title={m.documents_line()}>
      <SummaryList>
        {steps
          .sort((one, other) => (one.at < other.at ? -1 : 1))
          .map(({ at, what }) => (
            <SummaryRow key={what} term={<time dateTime={at}>{formatMoment(at)}</time>}>
              {what}
            </SummaryRow>
          ))}
      </SummaryList>
    </Section>
  );
}

/** A young person may keep it from their parents; whoever has turned 18 has nobody who looks on. */
function Privacy({ document }: { document: SubmittedDocument }) {
  const queryClient = useQueryClient();
  const isOfAge = useIsOfAge();
  const [refusal, setRefusal] = useState<unknown>(null);
  if (isOfAge !== false) return null;
  return (
    <Section title={m.documents_privacy()}>
      <div className="stack stack-12">
        <p>{document.private ? m.documents_privacy_on() : m.documents_privacy_off()}</p>
        {refusal !== null && (
          <Note kind="error" role="alert">
            <p>{problemSentence(refusal)}</p>
          </Note>
        )}
        <div className="button-row">
          <Button
            look="second"
            onClick={() => void keepPrivate(queryClient, 'me', document.id, !document.private).catch(setRefusal)}
          >
            {document.private ? m.documents_privacy_show() : m.documents_privacy_hide()}
          </Button>
        </div>
      </div>
    </Section>
  );
}
