/** Too many wrong passwords: tries are blocked for the first time. Payload `{ accountId }`, null for an unknown user name. */
export const loginBlocked = 'identity.login-blocked';

/** The member has a new password, by knowing the old one. */
export const passwordChanged = (accountId: string) =>
  ({ name: 'identity.password-changed', payload: { accountId } }) as const;
