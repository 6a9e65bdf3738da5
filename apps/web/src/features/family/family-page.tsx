import { useSuspenseQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { FamilyMember } from '@of/api-client';
import { Button, Section, Tag } from '@of/ui';
import { formatDay, m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { familyQuery } from './api/family.api';
import styles from './family-page.module.css';
import { useSwitchPerson } from './use-switch-person';

/** For whom somebody may act, and what the coming birthdays change. */
export function FamilyPage() {
  const { data: family } = useSuspenseQuery(familyQuery);
  const { switchTo, question } = useSwitchPerson();
  return (
    <div className="wrap stack stack-48">
      <PageHeading lead={m.family_lead()}>{m.family_title()}</PageHeading>
      <ul className={styles.persons}>
        {family.map((person) => (
          <PersonCard key={person.insuredId} person={person} onChoose={switchTo} />
        ))}
      </ul>
      <div className="narrow">
        <Section title={m.family_good_to_know()}>
          <div className="stack stack-12">
            <h3>{m.family_missing_title()}</h3>
            <p>{m.family_missing_text()}</p>
            <h3>{m.family_fifteen_title()}</h3>
            <p>{m.family_fifteen_text()}</p>
            <h3>{m.family_eighteen_title()}</h3>
            <p>{m.family_eighteen_text()}</p>
            <HelpLine />
          </div>
        </Section>
      </div>
      {question}
    </div>
  );
}

function PersonCard({ person, onChoose }: { person: FamilyMember; onChoose: (personId: string) => void }) {
  const isSelf = person.relation === 'self';
  return (
    <li className={styles.person} data-current={isSelf || undefined}>
      <div className={styles.head}>
        <h2>
          {person.givenName} {person.familyName}
        </h2>
        {isSelf && (
          <Tag icon={Check} kind="ok">
            {m.family_chosen()}
          </Tag>
        )}
        <p className="muted">{isSelf ? m.family_yourself() : m.family_insured({ age: String(person.age) })}</p>
      </div>
      <div className="stack stack-12">
        {sentences(person).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {!isSelf && (
        <Button look="second" onClick={() => onChoose(person.insuredId)}>
          {m.family_act_for({ name: person.givenName })}
        </Button>
      )}
    </li>
  );
}

/** What the dates mean for the parent, the nearest first. */
function sentences({ givenName: name, actUntil, ownAccessFrom, hasOwnAccess, age, relation }: FamilyMember): string[] {
  if (relation === 'self') return [m.family_self_text()];
  const own = hasOwnAccess
    ? m.family_has_access({ name })
    : age >= 15
      ? m.family_may_have_access({ name })
      : ownAccessFrom && m.family_access_from({ name, date: formatDay(ownAccessFrom) });
  return [own, actUntil && m.family_act_until({ name, date: formatDay(actUntil) })].filter((text) => text !== null);
}
