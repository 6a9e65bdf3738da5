import { useSuspenseQuery } from '@tanstack/react-query';
import type { FamilyMember } from '@of/api-client';
import { familyQuery } from './api/family.api';

/** Children for whom one may act today. */
export function useChildren(): FamilyMember[] {
  return useSuspenseQuery(familyQuery).data.filter(({ relation }) => relation === 'child');
}
