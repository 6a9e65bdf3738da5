import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'draft-changed': {
    de: {
      title: 'Entwurf an anderer Stelle geändert',
      detail:
        'Sie haben diesen Entwurf inzwischen an anderer Stelle geändert. Bitte sehen Sie sich die neuere Fassung an.',
    },
    en: {
      title: 'Draft changed elsewhere',
      detail: 'You have changed this draft elsewhere in the meantime. Please look at the newer version.',
    },
  },
});

addFieldTexts({
  'return-url': {
    de: 'Nennen Sie eine Seite des Portals, zum Beispiel /daten/anschrift.',
    en: 'Name a page of the portal, for example /daten/anschrift.',
  },
});
