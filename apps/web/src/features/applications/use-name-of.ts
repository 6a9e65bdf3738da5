import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { familyQuery } from '../family/api/family.api';
import { sessionQuery } from '../session/session-query';

/** The name of the person of this page. */
export function useNameOf(personId: string): string {
  const session = useSuspenseQuery(sessionQuery).data;
  const { data: family = [] } = useQuery(familyQuery);
  const person = personId === 'me' ? session?.person : family.find(({ insuredId }) => insuredId === personId);
  return person ? `${person.givenName} ${person.familyName}` : '';
}
