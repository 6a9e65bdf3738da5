import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section, SummaryList, SummaryRow, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { DeviceList } from '../devices/device-list';
import { meQuery } from '../personal-data/api/personal-data.api';
import { DoneNote } from './done-note';
import { RunningSessions } from './running-sessions';

export function AccessPage() {
  const me = useSuspenseQuery(meQuery).data;
  const change = (
    to: '/daten/zugang/email' | '/daten/zugang/mobil' | '/daten/zugang/passwort',
    what: string,
    isNew = false,
  ) => (
    <Link to={to}>
      {isNew ? m.access_add() : m.form_change()}
      <span className="vh">: {what}</span>
    </Link>
  );
  return (
    <div className="wrap">
      <PageHeading lead={m.access_lead()}>{m.shell_access()}</PageHeading>
      <div className="stack stack-48 narrow">
        <DoneNote />
        <Section title={m.access_usernames()}>
          <SummaryList>
            <SummaryRow term={m.registration_kvnr()} origin={m.access_kvnr_fixed()}>
              <span className="num">{me.kvnr}</span>
            </SummaryRow>
            <SummaryRow
              term={m.contact_email()}
              origin={me.email && (me.email.verified ? m.access_email_username() : m.data_unconfirmed())}
              act={change('/daten/zugang/email', m.contact_email(), !me.email)}
            >
              {me.email?.value ?? m.data_none()}
            </SummaryRow>
          </SummaryList>
        </Section>
        <Section title={m.access_secrets()}>
          <SummaryList>
            <SummaryRow term={m.identity_password()} act={change('/daten/zugang/passwort', m.identity_password())}>
              <span aria-hidden>••••••••••••</span>
              <span className="vh">{m.access_password_hidden()}</span>
            </SummaryRow>
            <SummaryRow
              term={m.contact_mobile()}
              origin={
                me.mobile ? (me.mobile.verified ? m.data_confirmed() : m.data_unconfirmed()) : m.access_no_mobile()
              }
              act={change('/daten/zugang/mobil', m.contact_mobile(), !me.mobile)}
            >
              {me.mobile ? <span className="num">{me.mobile.value}</span> : m.data_none()}
            </SummaryRow>
          </SummaryList>
        </Section>
        <DeviceList />
        <RunningSessions />
        <Section title={m.deletion_title()}>
          <div className="stack stack-12">
            <p>{m.deletion_access_text()}</p>
            <div className="button-row">
              <Link className={buttonClass({ look: 'danger' })} to="/daten/zugang/loeschen">
                {m.deletion_title()}
              </Link>
            </div>
          </div>
        </Section>
      </div>
    </div>
  );
}
