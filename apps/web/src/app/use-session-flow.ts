import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Session } from '@of/api-client';
import { beginWith, continueWith } from './session-wiring';

/** Goes on with a session that a call has returned. */
export function useSessionFlow(): {
  begin: (session: Session) => Promise<void>;
  proceed: (session: Session) => Promise<void>;
} {
  const router = useRouter();
  const queryClient = useQueryClient();
  return {
    begin: (session) => beginWith(session, router, queryClient),
    proceed: (session) => continueWith(session, router, queryClient),
  };
}
