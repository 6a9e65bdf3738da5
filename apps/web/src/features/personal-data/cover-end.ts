import { useQuery } from '@tanstack/react-query';
import type { Me } from '@of/api-client';
import { accountQuery } from './api/personal-data.api';

/** When cover ends or has ended, and the last day on which the account is open; null days are not known yet. */
export interface CoverEnd {
  state: 'ending' | 'ended';
  coverEndsOn: string;
  accessEndsOn: string | null;
}

/** @returns undefined while the cover goes on */
export function useCoverEnd({ insurance }: Pick<Me, 'insurance'>): CoverEnd | undefined {
  const isEnded = insurance?.status === 'ended';
  const account = useQuery({ ...accountQuery, enabled: isEnded }).data;
  if (!insurance?.to || insurance.status === 'active') return undefined;
  return { state: insurance.status, coverEndsOn: insurance.to, accessEndsOn: account?.accessEndsOn ?? null };
}
