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

addFieldTexts({
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
