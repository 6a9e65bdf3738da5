import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { KeyRound, Monitor } from 'lucide-react';
import type { AccessLogEntry } from '@of/api-client';
import { RowContent, Rows, Section, SummaryList, SummaryRow, rowLinkClass } from '@of/ui';
import { formatBerlinTime, formatDay, m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { HelpLine } from '../../app/help-line';
import { MoreButton } from '../../app/more-button';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { accessLogQuery } from './api/personal-data.api';
import { byDay } from './by-day';

/** Who did what with the member's data, day by day, the newest first. */
export function AccessLogPage() {
  const list = useSuspenseInfiniteQuery(accessLogQuery());
  const entries = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <WizardBar
        name={m.shell_my_data()}
        renderBack={(content, className) => (
          <Link className={className} to="/daten">
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        <PageHeading lead={m.log_lead()}>{m.log_title()}</PageHeading>
        <div className="columns">
          <div className="stack stack-48">
            {entries.length === 0 && <p>{m.log_empty()}</p>}
            {byDay(entries).map(({ day, items }) => (
              <Section key={day} title={formatDay(day)}>
                <SummaryList>
                  {items.map((entry) => (
                    <LogRow key={entry.id} entry={entry} />
                  ))}
                </SummaryList>
              </Section>
            ))}
            <p role="status" className="vh">
              {list.data.pages.length > 1 && m.log_shown({ count: String(entries.length) })}
            </p>
            <MoreButton list={list}>{m.log_more()}</MoreButton>
          </div>
          <Section as="aside" title={m.log_strange()}>
            <div className="stack">
              <Rows>
                <li>
                  <Link className={rowLinkClass} to="/daten/zugang/passwort">
                    <RowContent icon={KeyRound} title={m.password_change_title()} />
                  </Link>
                </li>
                <li>
                  <Link className={rowLinkClass} to="/daten/zugang">
                    <RowContent icon={Monitor} title={m.approval_see_sessions()} />
                  </Link>
                </li>
              </Rows>
              <HelpLine />
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

function LogRow({ entry: { at, title, who, guardian } }: { entry: AccessLogEntry }) {
  const insurer = useBranding()?.insurerName ?? m.log_who_insurer();
  const words: Record<AccessLogEntry['who'], string> = {
    me: m.log_who_me(),
    guardian: guardian ?? m.log_who_guardian(),
    insurer,
    automatic: m.log_who_automatic(),
    'not-signed-in': m.log_who_nobody(),
  };
  return (
    <SummaryRow
      term={<time dateTime={at}>{m.log_time({ time: formatBerlinTime(at) })}</time>}
      act={<span className="muted">{words[who]}</span>}
    >
      {title}
    </SummaryRow>
  );
}
