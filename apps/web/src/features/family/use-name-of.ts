import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../session/session-query';
import { familyQuery } from './api/family.api';

/** The name of the person of this page. */
export function useNameOf(personId: string): string {
  const session = useSuspenseQuery(sessionQuery).data;
  const { data: family = [] } = useQuery({ ...familyQuery, enabled: personId !== 'me' });
  const person = personId === 'me' ? session?.person : family.find(({ insuredId }) => insuredId === personId);
  return person ? `${person.givenName} ${person.familyName}` : '';
}
