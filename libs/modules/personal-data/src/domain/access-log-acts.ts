type Texts = Readonly<Record<'de' | 'en', string>>;

/**
 * What of the audit trail a member sees, in words. An act that is not named here is of no use to them: the inner steps of a
 * letter, say. `approval.approved` and `approval.declined` are followed by the act that was released.
 */
export const accessLogActs: Readonly<Record<string, Texts>> = {
  'registration.opened': { de: 'Registrierung begonnen', en: 'Registration begun' },
  'registration.activated': { de: 'Zugang freigeschaltet', en: 'Account activated' },
  'registration.account-deactivated': {
    de: 'Zugang geschlossen, weil die Versicherung endete',
    en: 'Account closed because the insurance ended',
  },
  'registration.account-reactivated': { de: 'Zugang wieder geöffnet', en: 'Account opened again' },
  'registration.account-erased': { de: 'Zugang gelöscht', en: 'Account deleted' },
  'consent.document-acknowledged': {
    de: 'Bedingungen oder Datenschutzhinweise bestätigt',
    en: 'Terms or privacy notice acknowledged',
  },
  'identity.logged-in': { de: 'Angemeldet', en: 'Logged in' },
  'identity.logged-out': { de: 'Abgemeldet', en: 'Logged out' },
  'identity.login-blocked': {
    de: 'Nach falschen Passwörtern für kurze Zeit gesperrt',
    en: 'Blocked for a short time after wrong passwords',
  },
  'identity.password-changed': { de: 'Passwort geändert', en: 'Password changed' },
  'identity.password-disabled': {
    de: 'Passwort nach vielen falschen Eingaben gesperrt',
    en: 'Password blocked after many wrong entries',
  },
  'identity.account-locked': { de: 'Zugang gesperrt', en: 'Account locked' },
  'identity.account-unlocked': { de: 'Zugang entsperrt', en: 'Account unlocked' },
  'identity.device-bound': { de: 'Gerät eingerichtet', en: 'Device set up' },
  'identity.device-removed': { de: 'Gerät entfernt', en: 'Device removed' },
  'identity.device-suspended': { de: 'Gerät gesperrt', en: 'Device locked' },
  'approval.approved': { de: 'Auf dem Gerät freigegeben', en: 'Released on the device' },
  'approval.declined': { de: 'Auf dem Gerät abgelehnt', en: 'Refused on the device' },
  'approval.expired': { de: 'Freigabe abgelaufen', en: 'Request ran out' },
  'letters.letter-ordered': { de: 'Brief bestellt', en: 'Letter ordered' },
  'notifications.language-changed': {
    de: 'Sprache von Briefen und E-Mails geändert',
    en: 'Language of letters changed',
  },
  'notifications.preferences-changed': { de: 'Benachrichtigungen geändert', en: 'Notifications changed' },
  'notifications.push-turned-on': { de: 'Hinweise auf einem Gerät eingeschaltet', en: 'Hints on a device switched on' },
  'notifications.push-turned-off': {
    de: 'Hinweise auf einem Gerät ausgeschaltet',
    en: 'Hints on a device switched off',
  },
  'applications.document-submitted': { de: 'Dokument eingereicht', en: 'Document submitted' },
  'applications.submission-rejected': {
    de: 'Eingereichtes Dokument abgelehnt',
    en: 'Submitted document refused',
  },
  'applications.privacy-changed': {
    de: 'Festgelegt, wer ein eingereichtes Dokument sieht',
    en: 'Decided who sees a submitted document',
  },
  'applications.notice-received': { de: 'Meldung einer Praxis eingegangen', en: 'Message of a practice received' },
  'applications.notice-cancelled': { de: 'Meldung einer Praxis storniert', en: 'Message of a practice cancelled' },
  'applications.certificate-issued': { de: 'Bescheinigung ausgestellt', en: 'Certificate issued' },
  'letters.post-delivered': { de: 'Post ins Postfach gelegt', en: 'Post put into the postbox' },
  'letters.post-sent-as-letter': { de: 'Post als Brief verschickt', en: 'Post sent as a letter' },
  'letters.post-opened': { de: 'Post im Postfach geöffnet', en: 'Post in the postbox opened' },
  'letters.post-packed': { de: 'Alle Post heruntergeladen', en: 'All post downloaded' },
  'letters.post-made-private': { de: 'Post für andere verborgen', en: 'Post kept from others' },
  'letters.post-shown-again': { de: 'Post für andere wieder gezeigt', en: 'Post shown to others again' },
  'notifications.told-of-post': { de: 'Über neue Post benachrichtigt', en: 'Told of new post' },
  'personal-data.export-ordered': { de: 'Export der Daten bestellt', en: 'Export of the data ordered' },
  'personal-data.export-made': { de: 'Export der Daten erstellt', en: 'Export of the data made' },
  'personal-data.export-downloaded': { de: 'Export der Daten heruntergeladen', en: 'Export of the data downloaded' },
  'personal-data.export-erased': { de: 'Export der Daten gelöscht', en: 'Export of the data erased' },
  'personal-data.address-changed': { de: 'Anschrift geändert', en: 'Address changed' },
  'personal-data.bank-account-changed': { de: 'Bankverbindung geändert', en: 'Bank account changed' },
  'personal-data.phone-changed': { de: 'Telefonnummer geändert', en: 'Telephone number changed' },
  'personal-data.contact-requested': {
    de: 'E-Mail-Adresse oder Mobilnummer angegeben',
    en: 'E-mail address or mobile number given',
  },
  'personal-data.contact-confirmed': {
    de: 'E-Mail-Adresse oder Mobilnummer bestätigt',
    en: 'E-mail address or mobile number confirmed',
  },
  'personal-data.mobile-declined': { de: 'Ohne Mobilnummer', en: 'No mobile number' },
  'personal-data.person-viewed': { de: 'Daten angesehen', en: 'Data looked at' },
  'drafts.draft-begun': { de: 'Formular begonnen', en: 'Form begun' },
  'drafts.draft-deleted': { de: 'Entwurf gelöscht', en: 'Draft deleted' },
  'drafts.draft-expired': { de: 'Entwurf abgelaufen', en: 'Draft ran out' },
  'recovery.reset-requested': { de: 'Neues Passwort angefordert', en: 'New password requested' },
  'recovery.password-reset': { de: 'Neues Passwort festgelegt', en: 'New password set' },
  'recovery.device-code-ordered': { de: 'Code für ein neues Gerät bestellt', en: 'Code for a new device ordered' },
  'recovery.device-code-cancelled': {
    de: 'Code für ein neues Gerät zurückgenommen',
    en: 'Code for a new device withdrawn',
  },
  'recovery.device-transfer-started': {
    de: 'Einrichtung eines neuen Geräts begonnen',
    en: 'Setting up of a new device begun',
  },
  'recovery.email-change-undone': {
    de: 'Änderung der E-Mail-Adresse rückgängig gemacht',
    en: 'Change of the e-mail address undone',
  },
};

const releasedActs: Readonly<Record<string, Texts>> = {
  login: { de: 'Anmeldung', en: 'login' },
  'address-change': { de: 'neue Anschrift', en: 'new address' },
  'bank-account-change': { de: 'neue Bankverbindung', en: 'new bank account' },
  'email-change': { de: 'neue E-Mail-Adresse', en: 'new e-mail address' },
  'mobile-change': { de: 'neue Mobilnummer', en: 'new mobile number' },
  'device-removal': { de: 'Gerät entfernen', en: 'remove device' },
  'device-transfer': { de: 'neues Gerät', en: 'new device' },
  'account-deletion': { de: 'Zugang löschen', en: 'delete account' },
};

/** Who did it, as far as the member is concerned. */
export const accessLogActors = ['me', 'guardian', 'insurer', 'automatic', 'not-signed-in'] as const;

export type AccessLogActor = (typeof accessLogActors)[number];

/** @param released the act that an approval was for, when it is about one */
export function actInWords(act: string, released: unknown, language: 'de' | 'en'): string {
  const text = accessLogActs[act]?.[language] ?? act;
  const detail = typeof released === 'string' ? releasedActs[released]?.[language] : undefined;
  return detail ? `${text}: ${detail}` : text;
}
