/** A registration was refused after the look-up. Payload: `{ accountId }` of the account that exists already, or null. */
export const registrationRefused = 'registration.registration-refused';

/** Cover has ended and the access will close. Payload `{ accountId, warning }`: `first` a day after the end, then `last`. */
export const coverEnding = 'registration.cover-ending';

/** The waiting time is over and the account closed. Payload `{ accountId }`. */
export const accountDeactivated = 'registration.account-deactivated';

/** New cover opened the account again. Payload `{ accountId }`. */
export const accountReactivated = 'registration.account-reactivated';
