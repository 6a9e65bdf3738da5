import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  BadgeCheck,
  CircleQuestionMark,
  FilePlus,
  FileText,
  IdCard,
  KeyRound,
  Lock,
  Mail,
  MapPin,
  Smartphone,
  UsersRound,
} from 'lucide-react';
import { Leaf, RowContent, Rows, Section, SummaryList, SummaryRow, buttonClass, rowLinkClass } from '@of/ui';
import { formatDayShort, formatWeekday, m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { OpenDrafts } from '../drafts/open-drafts';
import { deviceWaysQuery } from '../devices/api/devices.api';
import { meQuery } from '../personal-data/api/personal-data.api';
import { useCoverEnd } from '../personal-data/cover-end';
import { InsuranceRow } from '../personal-data/insurance-row';
import { sessionQuery } from '../session/session-query';
import { openMatters } from './open-matters';
import styles from './home-page.module.css';

/** Today in Germany, as a calendar day. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
}

export function HomePage() {
  const me = useSuspenseQuery(meQuery).data;
  const isBasic = useSuspenseQuery(sessionQuery).data?.level !== 'full';
  const coverEnd = useCoverEnd(me);
  const ways = useQuery({ ...deviceWaysQuery, enabled: isBasic }).data;
  const matters = openMatters({ ...me, coverEnd, ways: isBasic ? ways : undefined });
  return (
    <div className="wrap">
      <PageHeading
        title={m.shell_home()}
        above={formatWeekday(today())}
        lead={
          matters.length === 0
            ? m.home_nothing_open()
            : matters.length === 1
              ? m.home_one_open()
              : m.home_many_open({ count: String(matters.length) })
        }
      >
        {m.home_greeting({ name: `${me.givenName} ${me.familyName}` })}
      </PageHeading>
      <div className="columns">
        <div className="stack stack-48">
          {matters.map((matter) => {
            const leaf = matter.until && formatDayShort(matter.until);
            return (
              <section key={matter.id} className={styles.critical} aria-labelledby={`offen-${matter.id}`}>
                {leaf ? (
                  <Leaf top={m.registration_until()} day={leaf.day} month={leaf.month} isUrgent />
                ) : (
                  <Smartphone aria-hidden />
                )}
                <div className={styles.text}>
                  <h2 id={`offen-${matter.id}`}>{matter.title}</h2>
                  <p>{matter.text}</p>
                </div>
                {matter.to && (
                  <Link to={matter.to} className={buttonClass()}>
                    {matter.act}
                  </Link>
                )}
              </section>
            );
          })}
          <OpenDrafts personId="me" />
          <Section title={m.home_insurance()} aside={<Link to="/daten">{m.home_all_data()}</Link>}>
            <SummaryList>
              <InsuranceRow insurance={me.insurance} />
              <SummaryRow term={m.registration_kvnr()}>
                <span className="num">{me.kvnr}</span>
              </SummaryRow>
              <SummaryRow term={m.data_address()}>
                {me.address
                  ? `${me.address.street} ${me.address.houseNumber}, ${me.address.postalCode} ${me.address.city}`
                  : m.data_none()}
              </SummaryRow>
            </SummaryList>
          </Section>
          <Section title={m.home_reachable()} aside={<Link to="/daten/zugang">{m.shell_access()}</Link>}>
            <SummaryList>
              <SummaryRow
                term={m.contact_email()}
                origin={me.email && (me.email.verified ? m.data_confirmed() : m.data_unconfirmed())}
              >
                {me.email?.value ?? m.data_none()}
              </SummaryRow>
              <SummaryRow
                term={m.contact_mobile()}
                origin={me.mobile && (me.mobile.verified ? m.data_confirmed() : m.data_unconfirmed())}
              >
                {me.mobile ? <span className="num">{me.mobile.value}</span> : m.access_no_mobile()}
              </SummaryRow>
            </SummaryList>
          </Section>
        </div>
        <Section title={m.home_quick()}>
          <Rows>
            <li>
              <Link className={rowLinkClass} to="/dokumente/neu">
                <RowContent icon={FilePlus} title={m.documents_new_short()} meta={m.documents_home_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/dokumente">
                <RowContent icon={FileText} title={m.documents_title()} meta={m.documents_all_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/bescheinigungen">
                <RowContent icon={BadgeCheck} title={m.certificates_title()} meta={m.certificates_home_meta()} />
              </Link>
            </li>
            <li>
              {isBasic ? (
                <Link className={rowLinkClass} to="/daten/zugang/geraet">
                  <RowContent icon={Lock} title={m.address_title()} meta={m.home_locked_meta()} />
                </Link>
              ) : (
                <Link className={rowLinkClass} to="/daten/anschrift">
                  <RowContent icon={MapPin} title={m.address_title()} />
                </Link>
              )}
            </li>
            <li>
              <Link className={rowLinkClass} to="/daten">
                <RowContent icon={IdCard} title={m.home_act_data()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/familie">
                <RowContent icon={UsersRound} title={m.family_title_short()} meta={m.family_home_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/daten/zugang/email">
                <RowContent icon={Mail} title={m.access_change_email()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/daten/zugang/passwort">
                <RowContent icon={KeyRound} title={m.password_change_title()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/hilfe">
                <RowContent icon={CircleQuestionMark} title={m.home_act_help()} />
              </Link>
            </li>
          </Rows>
        </Section>
      </div>
    </div>
  );
}
