import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, UsersRound } from 'lucide-react';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import { usePersonId } from '../../app/person';
import { familyQuery } from './api/family.api';
import styles from './acting-band.module.css';
import { useSwitchPerson } from './use-switch-person';

/** Stands on every page while somebody acts for a child, and nowhere else. */
export function ActingBand() {
  const personId = usePersonId();
  const { switchTo, question } = useSwitchPerson();
  const { data: family } = useQuery(familyQuery);
  const person = family?.find(({ insuredId, relation }) => insuredId === personId && relation === 'child');
  if (!person) return null;
  return (
    <div className={styles.band} role="region" aria-label={m.family_acting()}>
      <div className={classes('wrap', styles.row)}>
        <p>
          <UsersRound aria-hidden />
          <span>
            {m.family_acting_for()}{' '}
            <strong>
              {person.givenName} {person.familyName}
            </strong>
          </span>
        </p>
        <button type="button" onClick={() => switchTo('me')}>
          <ArrowLeft aria-hidden />
          {m.family_back_to_me()}
        </button>
      </div>
      {question}
    </div>
  );
}
