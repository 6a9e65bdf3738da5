import { ApiProblem } from '@of/api-client';
import { saveOpenForms } from '../drafts/open-forms';
import { logOut } from './api/session.api';
import { announceEnd } from './session-watch';

/** Saves what was typed, then logs out everywhere. Nothing personal stays in this browser in any case; whether the server knows is said honestly. */
export function useLogOut(): () => Promise<void> {
  return async () => {
    await saveOpenForms();
    try {
      await logOut();
      announceEnd('logout');
    } catch (error) {
      const isOver = error instanceof ApiProblem && error.status === 401;
      announceEnd(isOver ? 'logout' : 'unconfirmed');
    }
  };
}
