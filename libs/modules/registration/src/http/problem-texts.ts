import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'registration-not-possible': {
    de: {
      title: 'Registrierung nicht möglich',
      detail:
        'Mit diesen Angaben können wir Sie nicht registrieren. Mögliche Gründe: Die Versichertennummer stimmt nicht. ' +
        'Die Postleitzahl ist eine andere als die, die wir gespeichert haben. Sie sind schon registriert. ' +
        'Ihre Versicherung bei uns ist beendet. Sie sind noch keine 15 Jahre alt.',
    },
    en: {
      title: 'Registration not possible',
      detail:
        'We cannot register you with these details. Possible reasons: The insurance number is not right. ' +
        'The postcode differs from the one we hold. You are registered already. ' +
        'Your insurance with us has ended. You are not yet 15 years old.',
    },
  },
  'already-activated': {
    de: {
      title: 'Ihr Zugang ist schon freigeschaltet',
      detail: 'Ihr Zugang ist schon freigeschaltet. Sie brauchen keinen neuen Brief.',
    },
    en: { title: 'Your access is open already', detail: 'Your access is open already. You do not need a new letter.' },
  },
});

addFieldTexts({
  'kvnr-format': {
    de: 'Geben Sie die 10 Stellen Ihrer Versichertennummer ein: ein Buchstabe und neun Ziffern.',
    en: 'Enter the 10 places of your insurance number: one letter and nine digits.',
  },
  'kvnr-check-digit': {
    de: 'In der Nummer steckt ein Tippfehler. Bitte vergleichen Sie sie mit Ihrer Karte.',
    en: 'There is a typing error in the number. Please compare it with your card.',
  },
  'postal-code-format': {
    de: 'Geben Sie Ihre Postleitzahl mit 5 Ziffern ein.',
    en: 'Enter your postcode with 5 digits.',
  },
  'unknown-version': {
    de: 'Diese Fassung kennen wir nicht. Bitte laden Sie die Seite neu.',
    en: 'We do not know this version. Please reload the page.',
  },
});
