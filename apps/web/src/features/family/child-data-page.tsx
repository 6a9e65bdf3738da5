import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Note, Section, SummaryList, SummaryRow } from '@of/ui';
import { formatDay, m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';
import { usePersonId } from '../../app/person';
import { InsuranceRow } from '../personal-data/insurance-row';
import { personQuery } from './api/family.api';

/** What the insurer holds about a child, for its parent to read. */
export function ChildDataPage() {
  const person = useSuspenseQuery(personQuery(usePersonId())).data;
  const hotline = useBranding()?.hotline;
  const name = `${person.givenName} ${person.familyName}`;
  const { address, upcomingAddress, bankAccount } = person;
  return (
    <div className="wrap">
      <PageHeading lead={m.family_data_lead({ name: person.givenName })}>{m.family_data_of({ name })}</PageHeading>
      <div className="narrow stack stack-48">
        <Section title={m.data_person()}>
          <SummaryList>
            <SummaryRow term={m.data_name()}>{name}</SummaryRow>
            <SummaryRow term={m.data_born()}>{formatDay(person.dateOfBirth)}</SummaryRow>
            <SummaryRow term={m.registration_kvnr()}>
              <span className="num">{person.kvnr}</span>
            </SummaryRow>
            <InsuranceRow insurance={person.insurance} />
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
                upcomingAddress &&
                m.data_upcoming({
                  date: formatDay(upcomingAddress.validFrom),
                  address: `${upcomingAddress.street} ${upcomingAddress.houseNumber}, ${upcomingAddress.postalCode} ${upcomingAddress.city}`,
                })
              }
              act={
                <Link to="/daten/anschrift">
                  {m.form_change()}
                  <span className="vh">: {m.data_address()}</span>
                </Link>
              }
            >
              {address.street} {address.houseNumber}
              <br />
              {address.postalCode} {address.city}
            </SummaryRow>
            <SummaryRow
              term={m.data_bank_account()}
              origin={bankAccount && m.data_bank_purpose({ holder: bankAccount.accountHolder })}
            >
              {bankAccount ? (
                <span className="num">{m.data_iban({ iban: bankAccount.ibanMasked })}</span>
              ) : (
                m.data_none()
              )}
            </SummaryRow>
          </SummaryList>
        </Section>
        <Note>
          <p>{m.family_log_note({ name: person.givenName })}</p>
        </Note>
      </div>
    </div>
  );
}
