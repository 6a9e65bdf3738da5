import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'second-factor-required': {
    de: {
      title: 'Dafür brauchen Sie ein Gerät zum Bestätigen',
      detail: 'Diese Daten sind besonders geschützt. Bitte richten Sie zuerst ein Gerät ein, mit dem Sie bestätigen.',
    },
    en: {
      title: 'You need a device to confirm this',
      detail: 'These data are specially protected. Please set up a device for confirming first.',
    },
  },
  'approval-closed': {
    de: {
      title: 'Die Anfrage ist nicht mehr offen',
      detail: 'Die Anfrage wurde schon beantwortet oder ist abgelaufen. Fordern Sie bei Bedarf eine neue an.',
    },
    en: {
      title: 'The request is no longer open',
      detail: 'The request was answered already or has run out. If needed, ask for a new one.',
    },
  },
  'approval-stale': {
    de: {
      title: 'Die Anfrage ist nicht mehr gültig',
      detail: 'Zu dieser Anfrage hat sich etwas geändert. Es wurde nichts getan. Bitte beginnen Sie noch einmal.',
    },
    en: {
      title: 'The request is no longer valid',
      detail: 'Something about this request has changed. Nothing was done. Please start again.',
    },
  },
  'match-number-wrong': {
    de: {
      title: 'Die Zahl stimmt nicht',
      detail: 'Das ist nicht die Zahl, die Ihr Browser zeigt. Bitte vergleichen Sie noch einmal.',
    },
    en: {
      title: 'The number is not right',
      detail: 'This is not the number that your browser shows. Please compare again.',
    },
  },
  'assertion-invalid': {
    de: {
      title: 'Die Bestätigung war nicht gültig',
      detail:
        'Ihr Gerät hat die Anfrage nicht gültig bestätigt. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.',
    },
    en: {
      title: 'The confirmation was not valid',
      detail: 'Your device did not confirm the request in a valid way. Nothing was changed. Please try again.',
    },
  },
});

addFieldTexts({
  'match-number-wrong': {
    de: 'Wählen Sie die Zahl, die Ihr Browser zeigt.',
    en: 'Choose the number that your browser shows.',
  },
});
