import { logOut } from './api/session.api';
import { announceEnd } from './session-watch';

/** Logs out everywhere. Also without an answer of the server nothing personal stays in this browser. */
export function useLogOut(): () => Promise<void> {
  return async () => {
    try {
      await logOut();
    } catch {
      // the session ends here in any case, and on the server at its deadline
    }
    announceEnd('logout');
  };
}
