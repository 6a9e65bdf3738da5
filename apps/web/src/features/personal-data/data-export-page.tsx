import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, FileArchive } from 'lucide-react';
import type { DataExport } from '@of/api-client';
import { Button, Note, Section, buttonClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { WizardBar } from '../../app/wizard-bar';
import { sessionQuery } from '../session/session-query';
import { dataExportFile, dataExportsQuery, orderDataExport } from './api/data-export.api';
import styles from './changes.module.css';

/** Everything we have stored about oneself, to take away: what it holds, ordering, progress, download, and when it goes. */
export function DataExportPage() {
  const session = useSuspenseQuery(sessionQuery).data;
  const isBasic = session?.level !== 'full';
  const list = useQuery(dataExportsQuery);
  const newest = list.data?.[0];
  const isUnderWay = newest?.state === 'ordered' || newest?.state === 'building';
  return (
    <>
      <WizardBar
        name={m.shell_my_data()}
        renderBack={(content, className) => (
          <Link className={className} to={session?.nextStep === null ? '/daten' : '/start'}>
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        <PageHeading lead={m.export_lead()}>{m.export_title()}</PageHeading>
        <div className="columns">
          <div className="stack stack-48">
            <Section title={m.export_holds()}>
              <div className="stack">
                <ul className={styles.points}>
                  <li>{m.export_holds_person()}</li>
                  <li>{m.export_holds_access()}</li>
                  <li>{isBasic ? m.export_holds_not_post() : m.export_holds_post()}</li>
                  <li>{m.export_holds_log()}</li>
                  <li>{m.export_holds_readme()}</li>
                </ul>
                <p className="small muted">{m.export_own_only()}</p>
                {isBasic && (
                  <Note>
                    <p>{m.export_basic()}</p>
                  </Note>
                )}
              </div>
            </Section>
            <Section title={m.export_yours()}>
              <div className="stack">
                {list.error && (
                  <Note kind="warn" role="alert">
                    <p>{problemSentence(list.error)}</p>
                  </Note>
                )}
                {newest && <ExportState made={newest} isBasic={isBasic} />}
                {list.data && !isUnderWay && <OrderButton isFirst={!newest} />}
              </div>
            </Section>
          </div>
          <div className="stack">
            <Note>
              <p>{m.export_care()}</p>
            </Note>
            <HelpLine />
          </div>
        </div>
      </div>
    </>
  );
}

function OrderButton({ isFirst }: { isFirst: boolean }) {
  const queryClient = useQueryClient();
  const order = useMutation({
    mutationFn: orderDataExport,
    onSettled: () => queryClient.invalidateQueries({ queryKey: dataExportsQuery.queryKey }),
  });
  return (
    <>
      <div className="button-row">
        <Button
          look={isFirst ? 'first' : 'second'}
          isBusy={order.isPending}
          busyLabel={m.form_sending()}
          onClick={() => order.mutate()}
        >
          <FileArchive aria-hidden />
          {isFirst ? m.export_order() : m.export_order_again()}
        </Button>
      </div>
      {order.error && (
        <Note kind="warn" role="alert">
          <p>{problemSentence(order.error)}</p>
        </Note>
      )}
    </>
  );
}

function ExportState({ made, isBasic }: { made: DataExport; isBasic: boolean }) {
  const { state, progress, readyAt, expiresAt, size, level, id } = made;
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  if (state === 'ordered' || state === 'building') {
    return (
      <div className="stack">
        <div className={styles.making}>
          <label htmlFor="export-fortschritt">{m.export_making()}</label>
          <span className="num" aria-hidden>
            {m.export_percent({ progress: String(progress) })}
          </span>
        </div>
        <progress id="export-fortschritt" className={styles.progress} max={100} value={progress} />
        <p className="small muted">{m.export_making_leave()}</p>
      </div>
    );
  }
  if (state === 'failed') {
    return (
      <Note kind="warn" role="status">
        <p>{m.export_failed()}</p>
      </Note>
    );
  }
  if (state === 'expired' || isOver || !readyAt || !expiresAt) return <p role="status">{m.export_expired()}</p>;
  if (level === 'full' && isBasic) return <p role="status">{m.export_needs_device()}</p>;
  return (
    <div className="stack">
      <Note kind="ok" role="status">
        <p>{m.export_ready({ moment: formatMoment(readyAt) })}</p>
        <p>{m.export_until({ moment: formatMoment(expiresAt) })}</p>
      </Note>
      <div className="button-row">
        <a className={buttonClass()} href={dataExportFile(id)} download>
          <Download aria-hidden />
          {m.export_download({ size: inWords(size ?? 0) })}
        </a>
      </div>
    </div>
  );
}

function inWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1_000)), 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} ${unit}`;
}
