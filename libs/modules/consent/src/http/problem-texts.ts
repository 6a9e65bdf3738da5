import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'document-outdated': {
    de: {
      title: 'Es gibt eine neue Fassung',
      detail: 'Diese Fassung gilt nicht mehr. Bitte laden Sie die Seite neu und lesen Sie die aktuelle.',
    },
    en: {
      title: 'There is a new version',
      detail: 'This version is no longer in force. Please reload the page and read the current one.',
    },
  },
});

addFieldTexts({
  'unknown-version': {
    de: 'Diese Fassung kennen wir nicht. Bitte laden Sie die Seite neu.',
    en: 'We do not know this version. Please reload the page.',
  },
});
