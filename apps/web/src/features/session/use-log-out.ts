import { ApiProblem } from '@of/api-client';
import { logOut } from './api/session.api';
import { announceEnd } from './session-watch';

/** Logs out everywhere. Nothing personal stays in this browser in any case; whether the server knows is said honestly. */
export function useLogOut(): () => Promise<void> {
  return async () => {
    try {
      await logOut();
      announceEnd('logout');
    } catch (error) {
      const isOver = error instanceof ApiProblem && error.status === 401;
      announceEnd(isOver ? 'logout' : 'unconfirmed');
    }
  };
}
