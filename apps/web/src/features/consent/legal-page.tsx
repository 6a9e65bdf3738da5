import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, History, Printer } from 'lucide-react';
import type { LegalKind } from '@of/api-client';
import { Button, Markdown, Note, Section, Tag } from '@of/ui';
import { berlinDay, formatDay, m } from '@of/i18n';
import { NotFoundPage } from '../../app/not-found-page';
import { PageHeading } from '../../app/page-heading';
import { currentDocument, legalDocumentQuery, legalDocumentsQuery } from './api/consent.api';
import styles from './legal.module.css';

interface LegalPageProps {
  kind: LegalKind;
  path: '/nutzungsbedingungen' | '/datenschutz-portal';
  title: string;
  /** The version asked for; without one the version in force. */
  version: string | undefined;
}

export function LegalPage({ kind, path, title, version }: LegalPageProps) {
  const documents = useSuspenseQuery(legalDocumentsQuery()).data;
  const versions = documents.filter((document) => document.kind === kind);
  const listed =
    version === undefined ? currentDocument(documents, kind) : versions.find((one) => one.version === version);
  if (!listed) return <NotFoundPage />;
  const date = formatDay(berlinDay(listed.publishedAt));
  return (
    <div className="wrap">
      <PageHeading title={listed.current ? title : `${title}, ${m.legal_version({ date })}`}>{title}</PageHeading>
      <div className={styles.meta}>
        <Tag kind={listed.current ? 'ok' : 'plain'} icon={listed.current ? CircleCheck : History}>
          {listed.current ? m.legal_current() : m.legal_old()}
        </Tag>
        <span className="muted">{m.legal_version({ date })}</span>
        <span className="no-print">
          <Button look="second" isSmall onClick={() => print()}>
            <Printer aria-hidden />
            {m.legal_print()}
          </Button>
        </span>
      </div>
      <div className="columns">
        <LegalText kind={kind} version={listed.version} />
        <div className="no-print">
          <Section as="aside" title={m.legal_versions()}>
            <ul className={styles.versions}>
              {versions.map((one) => (
                <li key={one.version} className={styles.changes}>
                  <Link
                    to={path}
                    search={{ fassung: one.current ? undefined : one.version }}
                    activeOptions={{ exact: true }}
                  >
                    {m.legal_version({ date: formatDay(berlinDay(one.publishedAt)) })}
                  </Link>
                  {one.changes && <span className="small muted">{one.changes}</span>}
                </li>
              ))}
            </ul>
          </Section>
          {kind === 'privacy' && (
            <Note>
              <p>{m.legal_privacy_scope()}</p>
            </Note>
          )}
        </div>
      </div>
    </div>
  );
}

function LegalText({ kind, version }: { kind: LegalKind; version: string }) {
  const document = useSuspenseQuery(legalDocumentQuery(kind, version)).data;
  return (
    <div className={styles.document} lang={document.language}>
      <Markdown text={document.content} />
    </div>
  );
}
