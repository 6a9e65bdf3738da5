import type { SessionActor } from './actor';

/**
 * Port: looks a session up on every request. The room that owns sessions implements it.
 */
export abstract class SessionReader {
  /**
   * @param token the secret out of the cookie
   * @param options.touch whether this call counts as use and so moves the idle deadline
   * @returns null when there is no such session any more
   */
  abstract read(token: string, options: { touch: boolean }): Promise<SessionActor | null>;
}
