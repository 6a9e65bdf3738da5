import { addFieldTexts } from '@of/platform';

addFieldTexts({
  'push-endpoint-refused': {
    de: 'An diese Adresse schicken wir keine Hinweise.',
    en: 'We do not send hints to this address.',
  },
  'push-key-invalid': {
    de: 'Mit diesem Schlüssel lässt sich kein Hinweis verschlüsseln.',
    en: 'No hint can be encrypted with this key.',
  },
  'channel-fixed': {
    de: 'Diese Nachrichten können Sie nicht abbestellen: Sie schützen Ihren Zugang oder sind vorgeschrieben.',
    en: 'You cannot switch these messages off: they protect your account or are required.',
  },
});
