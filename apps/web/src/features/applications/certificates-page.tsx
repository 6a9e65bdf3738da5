import { useState } from 'react';
import { useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import type { Certificate } from '@of/api-client';
import { Note, Section, buttonClass } from '@of/ui';
import { formatDay, language, m } from '@of/i18n';
import { FormChoice } from '../../app/forms/form-choice';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { useRequestKeys } from '../../app/forms/use-request-keys';
import { MoreButton } from '../../app/more-button';
import { PageHeading } from '../../app/page-heading';
import { personPath, usePersonId } from '../../app/person';
import { useNameOf } from '../family/use-name-of';
import { LockedChange } from '../personal-data/locked-change';
import { sessionQuery } from '../session/session-query';
import { certificatesQuery, orderCertificate } from './api/certificates.api';
import { certificateName } from './certificate-names';
import styles from './applications.module.css';

/** Certificates: order one, download it at once or have it sent, and all that were issued. */
export function CertificatesPage() {
  const personId = usePersonId();
  const isLocked = useSuspenseQuery(sessionQuery).data?.level !== 'full';
  if (!isLocked) return <OpenCertificates personId={personId} />;
  const what = personId === 'me' ? m.certificates_locked_title() : m.certificates_locked_title_for();
  return (
    <LockedChange
      title={m.certificates_title()}
      words={{ what, why: m.certificates_locked_why() }}
      back={personPath(personId, '/start')}
    />
  );
}

function OpenCertificates({ personId }: { personId: string }) {
  const name = useNameOf(personId);
  const [issued, setIssued] = useState<Certificate | null>(null);
  return (
    <div className="wrap">
      <div className="columns">
        <div>
          <div role="status" className={styles.done}>
            {issued && <IssuedNote certificate={issued} />}
          </div>
          <OrderForm key={issued?.id} personId={personId} name={name} onIssued={setIssued} />
        </div>
        <IssuedCertificates personId={personId} />
      </div>
    </div>
  );
}

interface OrderValues {
  kind: Certificate['kind'];
  delivery: Certificate['delivery'];
  language: Certificate['language'];
}

interface OrderFormProps {
  personId: string;
  name: string;
  onIssued: (certificate: Certificate) => void;
}

function OrderForm({ personId, name, onIssued }: OrderFormProps) {
  const queryClient = useQueryClient();
  const sendUnderKey = useRequestKeys();
  const apiForm = useApiForm<OrderValues>({
    defaultValues: { delivery: 'download', language: language() },
    pointers: { '/kind': 'kind', '/delivery': 'delivery', '/language': 'language' },
    async send(values) {
      onIssued(await sendUnderKey(values, (key) => orderCertificate(queryClient, personId, values, key)));
    },
  });
  const kinds = ['membership', 'employer', 'studies', 'foreign-cover'] as const;
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={m.certificates_lead({ name })} hasError={hasRefusal(apiForm)}>
        {m.certificates_title()}
      </PageHeading>
      <FormChoice
        name="kind"
        legend={m.certificates_kind()}
        rules={{ required: m.certificates_kind_missing() }}
        options={kinds.map((kind) => ({ value: kind, ...certificateName(kind) }))}
      />
      <FormChoice
        name="language"
        legend={m.certificates_language()}
        options={[
          { value: 'de', label: m.certificates_german() },
          { value: 'en', label: m.certificates_english() },
        ]}
      />
      <FormChoice
        name="delivery"
        legend={m.certificates_delivery()}
        options={[
          { value: 'download', label: m.certificates_download(), hint: m.certificates_download_hint() },
          { value: 'post', label: m.certificates_post(), hint: m.certificates_post_hint() },
        ]}
      />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.certificates_order()}</SubmitButton>
      </div>
    </FormShell>
  );
}

function IssuedNote({ certificate }: { certificate: Certificate }) {
  const { kind, contentUrl, letterExpectedBy } = certificate;
  return (
    <Note kind="ok">
      <p>
        {letterExpectedBy
          ? m.certificates_posted({ what: certificateName(kind).label, date: formatDay(letterExpectedBy) })
          : m.certificates_ready({ what: certificateName(kind).label })}
      </p>
      <div className="button-row">
        <a className={buttonClass({ look: 'second', isSmall: true })} href={contentUrl} download>
          <FileDown aria-hidden />
          {m.certificates_save()}
        </a>
      </div>
    </Note>
  );
}

function IssuedCertificates({ personId }: { personId: string }) {
  const list = useSuspenseInfiniteQuery(certificatesQuery(personId));
  const certificates = list.data.pages.flatMap(({ items }) => items);
  return (
    <Section as="aside" title={m.certificates_issued()}>
      <div className="stack">
        {certificates.length === 0 ? (
          <p>{m.certificates_none()}</p>
        ) : (
          <ul className={styles.issued}>
            {certificates.map((certificate) => (
              <IssuedCertificate key={certificate.id} certificate={certificate} />
            ))}
          </ul>
        )}
        <MoreButton list={list}>{m.documents_more()}</MoreButton>
      </div>
    </Section>
  );
}

function IssuedCertificate({ certificate }: { certificate: Certificate }) {
  const { kind, issuedOn, contentUrl, verificationUrl, delivery, language: written } = certificate;
  const { label } = certificateName(kind);
  const which = `: ${label}, ${formatDay(issuedOn)}`;
  const facts = [
    formatDay(issuedOn),
    written === 'de' ? m.certificates_german() : m.certificates_english(),
    ...(delivery === 'post' ? [m.certificates_by_post()] : []),
  ];
  return (
    <li>
      <h3>{label}</h3>
      <p className="small muted">{facts.join(' · ')}</p>
      <p className={styles.acts}>
        <a href={contentUrl} download>
          {m.certificates_save()}
          <span className="vh">{which}</span>
        </a>
        <a href={verificationUrl}>
          {m.certificates_check()}
          <span className="vh">{which}</span>
        </a>
      </p>
    </li>
  );
}
