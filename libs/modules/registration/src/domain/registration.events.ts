/** A registration was refused after the look-up. Payload: `{ accountId }` of the account that exists already, or null. */
export const registrationRefused = 'registration.registration-refused';
