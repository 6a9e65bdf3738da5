import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { ApiProblem, type Verification } from '@of/api-client';
import { Button, Note, Section, Sheet, SummaryList, SummaryRow, Tag, TextField } from '@of/ui';
import { formatDay, formatMoment, m } from '@of/i18n';
import { usePathId } from '../../app/address';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import { problemSentence } from '../../app/problem-sentence';
import { verificationQuery } from './api/certificates.api';
import { certificateName } from './certificate-names';
import styles from './applications.module.css';

/** Public: whether a certificate or a receipt is genuine and still holds. It names nobody. */
export function VerificationPage() {
  const code = usePathId();
  return <div className="wrap stack stack-32">{code ? <Result code={code} /> : <CodeForm />}</div>;
}

function CodeForm() {
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  function check(event: React.FormEvent): void {
    event.preventDefault();
    const typed = code.trim();
    if (typed === '') {
      setError(m.verify_code_missing());
      field.current?.focus();
    } else void navigate({ to: '/pruefen/$id', params: { id: typed } });
  }
  return (
    <>
      <PageHeading lead={m.verify_lead()} hasError={error !== undefined}>
        {m.verify_title()}
      </PageHeading>
      <div className="columns">
        <form noValidate className="stack stack-32" onSubmit={check}>
          <TextField
            id="pruefcode"
            label={m.receipt_code()}
            hint={m.verify_code_hint()}
            value={code}
            onChange={setCode}
            inputRef={field}
            error={error}
            errorPrefix={m.title_error()}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
          />
          <div className="button-row">
            <Button type="submit">{m.verify_act()}</Button>
          </div>
        </form>
        <Section as="aside" title={m.verify_shows()}>
          <ul className={styles.legible}>
            <li>{m.verify_shows_issued()}</li>
            <li>{m.verify_shows_valid()}</li>
            <li>{m.verify_shows_nobody()}</li>
          </ul>
        </Section>
      </div>
    </>
  );
}

function Result({ code }: { code: string }) {
  const { data, error } = useQuery(verificationQuery(code));
  if (error) return <Unknown error={error} />;
  if (!data) return <PageLoading />;
  const isValid = data.validity === 'valid';
  return (
    <>
      <PageHeading
        above={
          <Tag kind={isValid ? 'ok' : 'warn'} icon={isValid ? CircleCheck : CircleAlert}>
            {isValid ? m.verify_valid() : m.verify_invalid()}
          </Tag>
        }
        lead={leadOf(data)}
      >
        {titleOf(data)}
      </PageHeading>
      <div className="narrow stack stack-32">
        <Sheet>
          <Facts verification={data} code={code} />
        </Sheet>
        <p className="muted">{m.verify_names_nobody()}</p>
        <p>
          <Link to="/pruefen">{m.verify_other()}</Link>
        </p>
        <HelpLine />
      </div>
    </>
  );
}

function Facts({ verification, code }: { verification: Verification; code: string }) {
  const { kind, issuedOn, invalidFrom, receipt } = verification;
  return (
    <SummaryList>
      <SummaryRow term={m.verify_kind()}>
        {kind === 'receipt' ? m.receipt_title() : certificateName(kind).label}
      </SummaryRow>
      {receipt ? (
        <>
          <SummaryRow term={m.receipt_number()}>
            <span className="num">{receipt.number}</span>
          </SummaryRow>
          <SummaryRow term={m.receipt_received()}>
            {m.receipt_clock({ moment: formatMoment(receipt.receivedAt) })}
          </SummaryRow>
          <SummaryRow term={m.documents_page_count()}>{String(receipt.pages)}</SummaryRow>
          <SummaryRow term={m.receipt_hash()} origin={m.verify_hash_hint()}>
            <span className={styles.hash}>{receipt.sha256}</span>
          </SummaryRow>
        </>
      ) : (
        <SummaryRow term={m.verify_issued()}>{formatDay(issuedOn)}</SummaryRow>
      )}
      {invalidFrom && <SummaryRow term={m.verify_invalid_from()}>{formatDay(invalidFrom)}</SummaryRow>}
      <SummaryRow term={m.receipt_code()}>
        <span className={styles.hash}>{code}</span>
      </SummaryRow>
    </SummaryList>
  );
}

function titleOf({ kind, validity }: Verification): string {
  if (kind === 'receipt') return m.verify_receipt_title();
  return validity === 'valid' ? m.verify_valid_title() : m.verify_invalid_title();
}

function leadOf({ kind, validity }: Verification): string {
  if (kind === 'receipt') return m.verify_receipt_lead();
  return validity === 'valid' ? m.verify_valid_lead() : m.verify_invalid_lead();
}

function Unknown({ error }: { error: unknown }) {
  const isUnknown = error instanceof ApiProblem && error.status === 404;
  return (
    <>
      <PageHeading hasError lead={isUnknown ? m.verify_unknown_lead() : undefined}>
        {isUnknown ? m.verify_unknown_title() : m.verify_title()}
      </PageHeading>
      {!isUnknown && (
        <Note kind="error" role="alert">
          <p>{problemSentence(error)}</p>
        </Note>
      )}
      <p>
        <Link to="/pruefen">{m.verify_other()}</Link>
      </p>
      <HelpLine />
    </>
  );
}
