import { addFieldTexts, addProblemTexts } from '@of/platform';

addProblemTexts({
  'certificate-without-cover': {
    de: {
      title: 'Zurzeit ist keine Bescheinigung möglich',
      detail: 'Heute besteht bei uns keine Versicherung, die wir bescheinigen könnten. Fragen? Rufen Sie uns bitte an.',
    },
    en: {
      title: 'No certificate is possible at the moment',
      detail: 'There is no insurance with us today that we could confirm. Any questions? Please call us.',
    },
  },
  'certificate-not-for-age': {
    de: {
      title: 'Diese Bescheinigung gibt es erst später',
      detail: 'Diese Bescheinigung stellen wir erst ab dem {leastAge}. Geburtstag aus.',
    },
    en: {
      title: 'This certificate comes later',
      detail: 'We issue this certificate from the age of {leastAge} only.',
    },
  },
  'certificate-not-printable': {
    de: {
      title: 'Diese Bescheinigung schicken wir Ihnen',
      detail: 'Name oder Anschrift enthalten Zeichen, die wir hier nicht drucken können. Bitte rufen Sie uns an.',
    },
    en: {
      title: 'We will send you this certificate',
      detail: 'Name or address contain characters that we cannot print here. Please call us.',
    },
  },
});

addFieldTexts({
  'day-invalid': {
    de: 'Bitte geben Sie einen Tag an, den es gibt.',
    en: 'Please enter a day that exists.',
  },
  'day-in-future': { de: 'Dieser Tag liegt in der Zukunft.', en: 'This day lies in the future.' },
  'day-before-first': {
    de: 'Dieser Tag liegt vor dem ersten Tag.',
    en: 'This day lies before the first day.',
  },
  'number-range': {
    de: 'Bitte geben Sie eine Zahl von {least} bis {most} an.',
    en: 'Please enter a number from {least} to {most}.',
  },
  'child-too-old': {
    de: 'Kinderpflegekrankengeld gibt es für Kinder unter {underAge} Jahren oder mit Behinderung.',
    en: 'Child sickness benefit is for children under {underAge} or with a disability.',
  },
});
