import { useQuery } from '@tanstack/react-query';
import { DateOnly, OF_AGE } from '@of/kernel';
import { meQuery } from './api/personal-data.api';

/** Whether the member has turned 18, by the calendar in Germany; undefined while it is not known. */
export function useIsOfAge(): boolean | undefined {
  const me = useQuery(meQuery).data;
  return me && DateOnly.parse(me.dateOfBirth).ageAt(DateOnly.fromInstant(new Date())) >= OF_AGE;
}
