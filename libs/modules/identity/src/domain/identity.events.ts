/** Too many wrong passwords: tries are blocked for the first time. Payload `{ accountId }`, null for an unknown user name. */
export const loginBlocked = 'identity.login-blocked';
