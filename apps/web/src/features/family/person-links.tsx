import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Check, UserRound, UsersRound } from 'lucide-react';
import { m } from '@of/i18n';
import { usePersonId } from '../../app/person';
import { familyQuery } from './api/family.api';
import styles from './person-links.module.css';

interface PersonLinksProps {
  className: string;
  labelClass: string;
  /** `me` for oneself. */
  onChoose: (personId: string) => void;
}

/** In the account menu: for whom one acts, where there is a choice. */
export function PersonLinks({ className, labelClass, onChoose }: PersonLinksProps) {
  const { data: family = [] } = useQuery(familyQuery);
  const personId = usePersonId();
  const labelId = useId();
  if (family.length < 2) return null;
  return (
    <>
      <hr />
      <p id={labelId} className={labelClass}>
        {m.family_acting_for()}
      </p>
      <ul aria-labelledby={labelId}>
        {family.map(({ insuredId, givenName, familyName, relation, age }) => {
          const id = relation === 'self' ? 'me' : insuredId;
          const isCurrent = id === personId;
          const Icon = relation === 'self' ? UserRound : UsersRound;
          return (
            <li key={insuredId}>
              <button
                type="button"
                className={className}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => onChoose(id)}
              >
                <Icon aria-hidden />
                <span>
                  {givenName} {familyName}
                  {relation === 'self' && ` ${m.family_you()}`}
                </span>
                {isCurrent ? (
                  <Check className={styles.tail} aria-hidden />
                ) : (
                  relation === 'child' && <span className={styles.tail}>{m.family_years({ age: String(age) })}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
