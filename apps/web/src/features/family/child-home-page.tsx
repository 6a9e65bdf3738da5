import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BadgeCheck, CircleQuestionMark, FilePlus, FileText, IdCard, MapPin, UsersRound } from 'lucide-react';
import { RowContent, Rows, Section, SummaryList, SummaryRow, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { personPath, usePersonId } from '../../app/person';
import { OpenDrafts } from '../drafts/open-drafts';
import { InsuranceRow } from '../personal-data/insurance-row';
import { overviewQuery } from './api/family.api';

/** What a parent can do for a child, and what is open. */
export function ChildHomePage() {
  const personId = usePersonId();
  const { person } = useSuspenseQuery(overviewQuery(personId)).data;
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <div className="wrap">
      <PageHeading title={m.family_home_title({ name })} lead={m.family_home_lead({ name: person.givenName })}>
        {m.family_home_title({ name })}
      </PageHeading>
      <div className="columns">
        <div className="stack stack-48">
          <OpenDrafts personId={personId} />
          <Section
            title={m.data_insurance()}
            aside={<Link to={personPath(personId, '/daten')}>{m.home_all_data()}</Link>}
          >
            <SummaryList>
              <InsuranceRow insurance={person.insurance} />
              <SummaryRow term={m.registration_kvnr()}>
                <span className="num">{person.kvnr}</span>
              </SummaryRow>
              <SummaryRow term={m.data_address()}>
                {`${person.address.street} ${person.address.houseNumber}, ${person.address.postalCode} ${person.address.city}`}
              </SummaryRow>
            </SummaryList>
          </Section>
        </div>
        <Section title={m.home_quick()}>
          <Rows>
            <li>
              <Link className={rowLinkClass} to={personPath(personId, '/dokumente/neu')}>
                <RowContent icon={FilePlus} title={m.documents_new_short()} meta={m.documents_home_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to={personPath(personId, '/dokumente')}>
                <RowContent icon={FileText} title={m.documents_title()} meta={m.documents_all_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to={personPath(personId, '/bescheinigungen')}>
                <RowContent icon={BadgeCheck} title={m.certificates_title()} meta={m.certificates_home_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to={personPath(personId, '/daten')}>
                <RowContent icon={IdCard} title={m.family_data_of({ name: person.givenName })} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/daten/anschrift">
                <RowContent icon={MapPin} title={m.family_move_title()} meta={m.family_move_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/familie">
                <RowContent icon={UsersRound} title={m.family_title_short()} meta={m.family_rules_meta()} />
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
