import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell, CircleQuestionMark, FileArchive, History, KeyRound, Lock, Smartphone, Trash2 } from 'lucide-react';
import type { Me } from '@of/api-client';
import {
  LockedNote,
  RowContent,
  Rows,
  Section,
  SummaryList,
  SummaryRow,
  buttonClass,
  rowLinkClass,
  classes,
} from '@of/ui';
import { formatDay, m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';
import { DoneNote } from '../identity/done-note';
import { sessionQuery } from '../session/session-query';
import { meQuery } from './api/personal-data.api';
import { useCoverEnd } from './cover-end';
import { CoverNote } from './cover-note';
import { InsuranceRow } from './insurance-row';
import styles from './my-data-page.module.css';

export function MyDataPage() {
  const me = useSuspenseQuery(meQuery).data;
  const session = useSuspenseQuery(sessionQuery).data;
  const hotline = useBranding()?.hotline;
  const coverEnd = useCoverEnd(me);
  const isBasic = session?.level !== 'full';
  const locked = isBasic && (
    <span className="muted">
      <Lock aria-hidden />
      {m.data_protected()}
    </span>
  );
  return (
    <div className="wrap">
      <PageHeading lead={isBasic ? m.data_lead() : m.data_lead_full()}>{m.shell_my_data()}</PageHeading>
      <div className={styles.layout}>
        {isBasic && (
          <div className={styles.lock}>
            <LockedNote title={m.data_locked_title()} lead={m.data_locked_lead()}>
              <p>{m.data_locked_why()}</p>
              <div className="button-row">
                <Link className={buttonClass()} to="/daten/zugang/geraet">
                  <Smartphone aria-hidden />
                  {m.home_device_act()}
                </Link>
              </div>
              <p className="small">
                <Link to="/hilfe/$id" params={{ id: 'ohne-smartphone' }}>
                  {m.data_locked_without()}
                </Link>
              </p>
            </LockedNote>
          </div>
        )}
        <div className={classes('stack', 'stack-48', styles.main)}>
          <DoneNote />
          {coverEnd && <CoverNote end={coverEnd} />}
          <Section title={m.data_person()}>
            <SummaryList>
              <SummaryRow term={m.data_name()}>
                {me.givenName} {me.familyName}
              </SummaryRow>
              <SummaryRow term={m.data_born()}>{formatDay(me.dateOfBirth)}</SummaryRow>
              <SummaryRow term={m.registration_kvnr()}>
                <span className="num">{me.kvnr}</span>
              </SummaryRow>
              <InsuranceRow insurance={me.insurance} />
            </SummaryList>
            {hotline && (
              <p className="small muted">
                {m.data_wrong()}{' '}
                <a href={`tel:${hotline.tel}`} className="num">
                  {hotline.number}
                </a>
              </p>
            )}
          </Section>
          <Section title={m.data_address_account()}>
            <SummaryList>
              <SummaryRow
                term={m.data_address()}
                origin={
                  me.upcomingAddress &&
                  m.data_upcoming({
                    date: formatDay(me.upcomingAddress.validFrom),
                    address: inOneLine(me.upcomingAddress),
                  })
                }
                act={locked || <ChangeLink to="/daten/anschrift" what={m.data_address()} />}
              >
                <AddressLines address={me.address} />
              </SummaryRow>
              <SummaryRow
                term={m.data_bank_account()}
                origin={me.bankAccount && m.data_bank_purpose({ holder: me.bankAccount.accountHolder })}
                act={locked || <ChangeLink to="/daten/konto" what={m.data_bank_account()} />}
              >
                {me.bankAccount ? (
                  <span className="num">{m.data_iban({ iban: me.bankAccount.ibanMasked })}</span>
                ) : (
                  m.data_none()
                )}
              </SummaryRow>
            </SummaryList>
          </Section>
          <Section title={m.data_contact()}>
            <SummaryList>
              <SummaryRow
                term={m.contact_email()}
                origin={me.email && (me.email.verified ? m.access_email_username() : m.data_unconfirmed())}
                act={<ChangeLink to="/daten/zugang/email" what={m.contact_email()} />}
              >
                {me.email?.value ?? m.data_none()}
              </SummaryRow>
              <SummaryRow
                term={m.contact_mobile()}
                origin={
                  me.mobile ? (me.mobile.verified ? m.data_confirmed() : m.data_unconfirmed()) : m.access_no_mobile()
                }
                act={<ChangeLink to="/daten/zugang/mobil" what={m.contact_mobile()} />}
              >
                {me.mobile ? <span className="num">{me.mobile.value}</span> : m.data_none()}
              </SummaryRow>
              <SummaryRow term={m.data_phone()} act={<ChangeLink to="/daten/festnetz" what={m.data_phone()} />}>
                {me.phone ? <span className="num">{me.phone}</span> : m.data_none()}
              </SummaryRow>
            </SummaryList>
          </Section>
        </div>
        <div className={styles.rest}>
          <Section title={m.data_access_security()}>
            <Rows>
              <li>
                <Link className={rowLinkClass} to="/daten/zugang">
                  <RowContent icon={KeyRound} title={m.data_username_password()} />
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/daten/zugang">
                  <RowContent icon={Smartphone} title={m.devices_title()} />
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/daten/benachrichtigungen">
                  <RowContent icon={Bell} title={m.notifications_link_title()} />
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/daten/protokoll">
                  <RowContent icon={History} title={m.log_title()} />
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/daten/export">
                  <RowContent icon={FileArchive} title={m.export_title()} />
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/daten/zugang/loeschen">
                  <RowContent icon={Trash2} title={m.deletion_title()} />
                </Link>
              </li>
              <li>
                <Link className={rowLinkClass} to="/hilfe">
                  <RowContent icon={CircleQuestionMark} title={m.shell_help_contact()} />
                </Link>
              </li>
            </Rows>
          </Section>
        </div>
      </div>
    </div>
  );
}

type ChangePath =
  '/daten/anschrift' | '/daten/konto' | '/daten/festnetz' | '/daten/zugang/email' | '/daten/zugang/mobil';

function inOneLine({ street, houseNumber, postalCode, city }: Me['address']): string {
  return `${street} ${houseNumber}, ${postalCode} ${city}`;
}

function ChangeLink({ to, what }: { to: ChangePath; what: string }) {
  return (
    <Link to={to}>
      {m.form_change()}
      <span className="vh">: {what}</span>
    </Link>
  );
}

function AddressLines({ address }: { address: Me['address'] }) {
  if (!address) return <>{m.data_none()}</>;
  const country = address.country === 'DE' ? null : address.country;
  return (
    <>
      {address.street} {address.houseNumber}
      <br />
      {address.postalCode} {address.city}
      {country && (
        <>
          <br />
          {country}
        </>
      )}
    </>
  );
}
