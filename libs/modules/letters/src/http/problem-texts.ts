import { addProblemTexts } from '@of/platform';

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
});
