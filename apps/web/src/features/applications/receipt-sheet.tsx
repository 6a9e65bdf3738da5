import { useId } from 'react';
import { FileDown, Printer } from 'lucide-react';
import type { SubmittedDocument } from '@of/api-client';
import { Button, Sheet, SummaryList, SummaryRow, buttonClass } from '@of/ui';
import { formatMoment, language, m } from '@of/i18n';
import styles from './applications.module.css';

/** First and last figures: enough to compare, short enough to read. */
const shortened = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;

interface ReceiptSheetProps {
  document: SubmittedDocument;
  /** For whom it was sent. */
  name: string;
}

/** Proof that it arrived: to keep, to print, to check without us. */
export function ReceiptSheet({ document, name }: ReceiptSheetProps) {
  const headId = useId();
  const { receipt, title, pageCount } = document;
  const base = receipt.pdfUrl.slice(0, receipt.pdfUrl.lastIndexOf('.'));
  return (
    <Sheet>
      <section className="stack" aria-labelledby={headId}>
        <h2 id={headId} className={styles.sheetHead}>
          {m.receipt_title()}
        </h2>
        <SummaryList>
          <SummaryRow term={m.receipt_number()} origin={m.change_reference_hint()}>
            <strong className="num">{receipt.number}</strong>
          </SummaryRow>
          <SummaryRow term={m.receipt_received()}>
            {m.receipt_clock({ moment: formatMoment(receipt.receivedAt) })}
          </SummaryRow>
          <SummaryRow term={m.documents_papers()}>{title}</SummaryRow>
          <SummaryRow term={m.documents_for()}>{name}</SummaryRow>
          <SummaryRow term={m.documents_page_count()}>{String(pageCount)}</SummaryRow>
          <SummaryRow term={m.receipt_hash()} origin={m.receipt_hash_hint()}>
            <span className="num">{shortened(receipt.sha256)}</span>
          </SummaryRow>
          <SummaryRow term={m.receipt_code()} origin={<a href={receipt.verificationUrl}>{m.receipt_check()}</a>}>
            <span className={styles.hash}>{receipt.verificationCode}</span>
          </SummaryRow>
        </SummaryList>
        <div className="button-row no-print">
          <a className={buttonClass({ look: 'second' })} href={`${receipt.pdfUrl}?language=${language()}`} download>
            <FileDown aria-hidden />
            {m.receipt_pdf()}
          </a>
          <Button look="quiet" onClick={() => print()}>
            <Printer aria-hidden />
            {m.change_print()}
          </Button>
        </div>
        <p className="small muted">{m.receipt_signed()}</p>
        <details className="no-print">
          <summary>{m.receipt_offline()}</summary>
          <div className="stack stack-12">
            <p>{m.receipt_offline_text()}</p>
            <p>
              <a href={`${base}.json`} download>
                {m.receipt_text_file()}
              </a>
            </p>
            <p>
              <a href={`${base}.sig`} download>
                {m.receipt_signature_file()}
              </a>
            </p>
            <p>
              <a href={`/api/v1/receipt-keys/${receipt.keyId}/public.pem`} download>
                {m.receipt_key_file()}
              </a>
            </p>
          </div>
        </details>
      </section>
    </Sheet>
  );
}
