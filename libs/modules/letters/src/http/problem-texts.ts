import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'letter-under-way': {
    de: {
      title: 'Ein Brief ist schon unterwegs',
      detail: 'Ihr letzter Brief ist noch keinen Tag alt. Einen neuen können Sie in {retryAfter} bestellen.',
    },
    en: {
      title: 'A letter is already on its way',
      detail: 'Your last letter is less than a day old. You can order a new one in {retryAfter}.',
    },
  },
  'letter-limit-reached': {
    de: {
      title: 'Im Moment ist kein weiterer Brief möglich',
      detail:
        'Sie haben in den letzten 30 Tagen drei Briefe bestellt. Bitte rufen Sie uns an, wir helfen Ihnen weiter.',
    },
    en: {
      title: 'No further letter is possible at the moment',
      detail: 'You have ordered three letters in the last 30 days. Please call us, we will help you.',
    },
  },
  'certificate-letter-limit': {
    de: {
      title: 'Im Moment ist keine weitere Bescheinigung per Post möglich',
      detail:
        'Sie haben in den letzten 30 Tagen zwölf Bescheinigungen per Post bestellt. Herunterladen geht weiterhin.',
    },
    en: {
      title: 'No further certificate by post is possible at the moment',
      detail: 'You have ordered twelve certificates by post in the last 30 days. Downloading still works.',
    },
  },
  'letter-not-in-review': {
    de: {
      title: 'Der Brief wartet nicht auf Prüfung',
      detail: 'Dieser Brief ist schon freigegeben oder wird nicht mehr verschickt.',
    },
    en: {
      title: 'The letter is not waiting for review',
      detail: 'This letter was released already or will not be sent.',
    },
  },
  'delivery-reference-reused': {
    de: {
      title: 'Diese Nummer ist schon vergeben',
      detail: 'Unter dieser Nummer wurde schon etwas anderes zugestellt.',
    },
    en: {
      title: 'This reference is in use',
      detail: 'Something else was delivered under this reference before.',
    },
  },
  'postbox-privacy-own': {
    de: {
      title: 'Das entscheidet die Person selbst',
      detail: 'Nur wem das Schreiben gehört, kann es für andere verbergen.',
    },
    en: {
      title: 'This is up to the person',
      detail: 'Only the person whose letter it is can keep it from others.',
    },
  },
});

addFieldTexts({
  'pdf-unreadable': {
    de: 'Diese Datei ist keine lesbare PDF-Datei. Eine PDF-Datei mit Passwort nehmen wir nicht an.',
    en: 'This file is no PDF that can be read. We do not take a PDF with a password.',
  },
});
