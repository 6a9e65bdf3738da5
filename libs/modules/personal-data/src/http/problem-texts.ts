import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'family-changed': {
    de: {
      title: 'Nicht mehr möglich',
      detail: 'Für eine der genannten Personen können Sie nicht mehr handeln. Bitte beginnen Sie die Änderung neu.',
    },
    en: {
      title: 'No longer possible',
      detail: 'You can no longer act for one of the persons named. Please begin the change anew.',
    },
  },
});

addFieldTexts({
  'person-unknown': {
    de: 'Für diese Person können Sie nicht handeln.',
    en: 'You cannot act for this person.',
  },
  'iban-format': {
    de: 'Geben Sie eine IBAN ein, zum Beispiel DE02 1203 0000 0000 2020 51.',
    en: 'Enter an IBAN, for example DE02 1203 0000 0000 2020 51.',
  },
  'iban-country': {
    de: 'Dieses Land hat keine IBAN. Bitte prüfen Sie die ersten beiden Buchstaben.',
    en: 'This country has no IBAN. Please check the first two letters.',
  },
  'iban-length': {
    de: 'Die IBAN hat zu viele oder zu wenige Stellen. Eine deutsche IBAN hat 22.',
    en: 'The IBAN has too many or too few characters. A German IBAN has 22.',
  },
  'iban-checksum': {
    de: 'In der IBAN steckt ein Tippfehler. Bitte vergleichen Sie sie mit Ihrer Bankkarte.',
    en: 'There is a typing error in the IBAN. Please compare it with your bank card.',
  },
  'phone-format': {
    de: 'Geben Sie eine Telefonnummer mit Vorwahl ein, zum Beispiel 0351 1234567.',
    en: 'Enter a telephone number with area code, for example 0351 1234567.',
  },
  'country-format': {
    de: 'Geben Sie das Land mit zwei Großbuchstaben an, zum Beispiel DE.',
    en: 'Give the country as two capital letters, for example DE.',
  },
  'text-format': {
    de: 'Diese Angabe enthält Zeichen, die auf keinem Brief stehen können.',
    en: 'This entry contains characters that cannot stand on a letter.',
  },
  'date-format': {
    de: 'Geben Sie das Datum mit Tag, Monat und Jahr ein.',
    en: 'Enter the date with day, month and year.',
  },
  'date-not-real': { de: 'Diesen Tag gibt es nicht.', en: 'This day does not exist.' },
  'date-range': { de: 'Bitte prüfen Sie das Jahr.', en: 'Please check the year.' },
  'move-out-of-range': {
    de: 'Nennen Sie einen Tag, der höchstens ein Jahr zurück oder voraus liegt.',
    en: 'Name a day that lies at most one year back or ahead.',
  },
});

addProblemTexts({
  'data-export-under-way': {
    de: {
      title: 'Ihr Export wird schon erstellt',
      detail: 'Sie haben bereits einen Export bestellt. Bitte warten Sie, bis er fertig ist.',
    },
    en: {
      title: 'Your export is being made',
      detail: 'You have ordered an export already. Please wait until it is ready.',
    },
  },
  'data-exports': {
    de: {
      title: 'Heute ist kein weiterer Export möglich',
      detail: 'Sie können drei Exporte am Tag bestellen. Der nächste ist in {retryAfter} möglich.',
    },
    en: {
      title: 'No further export is possible today',
      detail: 'You can order three exports a day. The next one is possible in {retryAfter}.',
    },
  },
  'data-export-not-ready': {
    de: { title: 'Ihr Export ist noch nicht fertig', detail: 'Bitte warten Sie noch etwas.' },
    en: { title: 'Your export is not ready yet', detail: 'Please wait a little longer.' },
  },
  'data-export-expired': {
    de: {
      title: 'Dieser Export ist gelöscht',
      detail: 'Exporte halten wir sieben Tage bereit. Bestellen Sie einfach einen neuen.',
    },
    en: {
      title: 'This export is erased',
      detail: 'We keep exports for seven days. Simply order a new one.',
    },
  },
});
