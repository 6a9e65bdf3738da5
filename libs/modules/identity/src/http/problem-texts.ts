import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'login-failed': {
    de: {
      title: 'Anmeldung nicht möglich',
      detail:
        'Benutzername oder Passwort passen nicht zusammen. Bitte prüfen Sie beides und versuchen Sie es noch einmal.',
    },
    en: {
      title: 'Sign-in not possible',
      detail: 'User name and password do not match. Please check both and try again.',
    },
  },
  'insurance-ended': {
    de: {
      title: 'Ihre Versicherung bei uns ist beendet',
      detail:
        'Ihr Zugang ist geschlossen, weil Ihre Versicherung bei uns beendet ist. Stimmt das nicht, rufen Sie uns bitte an.',
    },
    en: {
      title: 'Your insurance with us has ended',
      detail: 'Your access is closed because your insurance with us has ended. If this is not right, please call us.',
    },
  },
  'code-invalid': {
    de: {
      title: 'Der Code stimmt nicht',
      detail:
        'Der Code stimmt nicht. Bitte vergleichen Sie ihn Zeichen für Zeichen. Sie haben noch {attemptsLeft} Versuche.',
    },
    en: {
      title: 'The code is not right',
      detail: 'The code is not right. Please compare it character by character. You have {attemptsLeft} tries left.',
    },
  },
  'code-expired': {
    de: { title: 'Der Code ist abgelaufen', detail: 'Der Code gilt nicht mehr. Bitte fordern Sie einen neuen an.' },
    en: { title: 'The code has expired', detail: 'The code is no longer valid. Please request a new one.' },
  },
  'code-void': {
    de: {
      title: 'Der Code ist gesperrt',
      detail: 'Der Code wurde fünfmal falsch eingegeben und gilt nicht mehr. Bitte fordern Sie einen neuen an.',
    },
    en: {
      title: 'The code is blocked',
      detail: 'The code was entered wrongly five times and is no longer valid. Please request a new one.',
    },
  },
});

addProblemTexts({
  'binding-expired': {
    de: {
      title: 'Die Einrichtung ist abgelaufen',
      detail: 'Das Einrichten hat zu lange gedauert. Bitte beginnen Sie noch einmal, Ihr Code gilt weiter.',
    },
    en: {
      title: 'The set-up has run out',
      detail: 'Setting up took too long. Please start again; your code is still valid.',
    },
  },
  'transfer-expired': {
    de: {
      title: 'Der QR-Code gilt nicht mehr',
      detail: 'Er wurde schon benutzt oder ist abgelaufen. Bitte erzeugen Sie im Portal einen neuen.',
    },
    en: {
      title: 'The QR code is no longer valid',
      detail: 'It was used already or has run out. Please create a new one in the portal.',
    },
  },
  'device-pending': {
    de: {
      title: 'Die Freigabe fehlt noch',
      detail: 'Bitte bestätigen Sie dieses Gerät auf einem Gerät, das Sie schon eingerichtet haben.',
    },
    en: {
      title: 'Not released yet',
      detail: 'Please confirm this device on one that you have set up already.',
    },
  },
  'too-many-devices': {
    de: {
      title: 'Sie haben schon {most} Geräte',
      detail: 'Mehr als {most} Geräte sind nicht möglich. Bitte entfernen Sie zuerst eines im Portal.',
    },
    en: {
      title: 'You have {most} devices already',
      detail: 'More than {most} devices are not possible. Please remove one in the portal first.',
    },
  },
  'device-known': {
    de: {
      title: 'Dieses Gerät ist schon eingerichtet',
      detail: 'Der Schlüssel dieses Geräts gehört schon zu einem Zugang. Bitte öffnen Sie den Zugang in der Übersicht.',
    },
    en: {
      title: 'This device is set up already',
      detail: 'The key of this device belongs to an account already. Please open that account in the overview.',
    },
  },
  'device-suspended': {
    de: {
      title: 'Dieses Gerät ist gesperrt',
      detail: 'Wir haben dieses Gerät zu Ihrem Schutz gesperrt. Bitte richten Sie ein neues ein oder rufen Sie uns an.',
    },
    en: {
      title: 'This device is locked',
      detail: 'We have locked this device to protect you. Please set up a new one or call us.',
    },
  },
  'device-removed': {
    de: {
      title: 'Dieses Gerät wurde entfernt',
      detail: 'Dieses Gerät gehört nicht mehr zu Ihrem Zugang. Sie können es mit einem neuen Code wieder einrichten.',
    },
    en: {
      title: 'This device was removed',
      detail: 'This device no longer belongs to your account. You can set it up again with a new code.',
    },
  },
  'verification-required': {
    de: { title: 'Bitte entsperren', detail: 'Bitte bestätigen Sie noch einmal mit Ihrem Gerät, dass Sie es sind.' },
    en: { title: 'Please unlock', detail: 'Please confirm with your device once more that it is you.' },
  },
  'recently-recovered': {
    de: {
      title: 'Diese Daten sind noch geschützt',
      detail:
        'Sie haben Ihr Gerät gerade mit einem Brief neu eingerichtet. Zu Ihrem Schutz ändern wir diese Daten 24 Stunden lang nicht.',
    },
    en: {
      title: 'These data are still protected',
      detail:
        'You have just set up your device with a letter. To protect you, we do not change these data for 24 hours.',
    },
  },
});

addFieldTexts({
  'assertion-invalid': {
    de: 'Bitte bestätigen Sie noch einmal mit Ihrem Gerät.',
    en: 'Please confirm once more with your device.',
  },
  'code-invalid': { de: 'Der Code stimmt nicht.', en: 'The code is not right.' },
  'code-expired': { de: 'Der Code ist abgelaufen.', en: 'The code has expired.' },
  'password-wrong': { de: 'Das Passwort stimmt nicht.', en: 'The password is not right.' },
  'email-format': {
    de: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.',
    en: 'Enter an e-mail address, for example name@example.org.',
  },
  'mobile-format': {
    de: 'Geben Sie eine Mobilnummer ein, zum Beispiel 0151 23456789.',
    en: 'Enter a mobile number, for example 0151 23456789.',
  },
  'password-policy': {
    de: 'Dieses Passwort erfüllt noch nicht alle Regeln.',
    en: 'This password does not meet all rules yet.',
  },
  'password-policy.min-length': { de: 'Nehmen Sie mindestens 12 Zeichen.', en: 'Use at least 12 characters.' },
  'password-policy.max-length': { de: 'Nehmen Sie höchstens 128 Zeichen.', en: 'Use at most 128 characters.' },
  'password-policy.uppercase': {
    de: 'Nehmen Sie mindestens einen Großbuchstaben.',
    en: 'Use at least one upper-case letter.',
  },
  'password-policy.lowercase': {
    de: 'Nehmen Sie mindestens einen Kleinbuchstaben.',
    en: 'Use at least one lower-case letter.',
  },
  'password-policy.digit': { de: 'Nehmen Sie mindestens eine Ziffer.', en: 'Use at least one digit.' },
  'password-policy.special': {
    de: 'Nehmen Sie mindestens eines dieser Zeichen: ? ! , . : _ ( ) @ - +',
    en: 'Use at least one of these characters: ? ! , . : _ ( ) @ - +',
  },
  'password-policy.equals-username': {
    de: 'Das Passwort darf nicht Ihr Benutzername sein.',
    en: 'The password must not be your user name.',
  },
  'password-policy.reused': {
    de: 'Nehmen Sie ein Passwort, das keines Ihrer letzten 10 ist.',
    en: 'Use a password that is none of your last 10.',
  },
  'password-policy.too-common': {
    de: 'Dieses Passwort ist zu bekannt. Nehmen Sie eines, das niemand errät.',
    en: 'This password is too well known. Use one that nobody guesses.',
  },
});
