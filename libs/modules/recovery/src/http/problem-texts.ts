import { addProblemTexts } from '@of/platform';

addProblemTexts({
  'reset-code-invalid': {
    de: {
      title: 'Der Code stimmt nicht',
      detail:
        'Der Code stimmt nicht oder gilt nicht mehr. Bitte vergleichen Sie ihn noch einmal. Nach fünf falschen Eingaben brauchen Sie einen neuen.',
    },
    en: {
      title: 'The code is not right',
      detail:
        'The code is not right or no longer valid. Please compare it once more. After five wrong entries you need a new one.',
    },
  },
  'link-used': {
    de: {
      title: 'Der Link wurde schon benutzt',
      detail: 'Die Änderung ist schon rückgängig gemacht. Mehr ist nicht zu tun.',
    },
    en: {
      title: 'The link was used already',
      detail: 'The change was undone already. There is nothing more to do.',
    },
  },
  'link-expired': {
    de: {
      title: 'Der Link gilt nicht mehr',
      detail:
        'Der Link ist abgelaufen. Wenn Sie Ihre E-Mail-Adresse nicht selbst geändert haben, rufen Sie uns bitte an.',
    },
    en: {
      title: 'The link is no longer valid',
      detail: 'The link has expired. If you did not change your e-mail address yourself, please call us.',
    },
  },
});
