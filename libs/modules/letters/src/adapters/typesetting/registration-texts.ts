import type { LetterTexts } from './letter-texts';

/** The letter that opens an access somebody has registered. */
export const registrationTexts: LetterTexts = {
  de: ({ orderedOn, validUntil, portalHost, hotline }) => ({
    title: 'Ihr Code zum Freischalten',
    opening: [
      `Sie haben sich am ${orderedOn} registriert. Mit diesem Code schalten Sie Ihren Zugang frei. ` +
        'Er gilt einmal und ',
      { strong: `bis zum ${validUntil}` },
      '.',
    ],
    code: {
      label: 'Ihr Code',
      hint: 'Die Buchstaben I, L, O und U kommen nicht vor. Groß oder klein ist egal.',
      alt: 'QR-Code: öffnet die Seite, auf der Sie Ihren Code bestätigen',
    },
    ways: [
      {
        heading: 'Mit der Kamera',
        steps: [
          ['Scannen Sie den QR-Code mit Ihrem Smartphone oder Tablet.'],
          ['Melden Sie sich mit Versichertennummer und Passwort an.'],
          ['Ihr Code ist schon eingetragen. Bestätigen Sie ihn.'],
        ],
      },
      {
        heading: 'Am Computer',
        steps: [
          ['Öffnen Sie ', { strong: portalHost }, '.'],
          ['Melden Sie sich mit Versichertennummer und Passwort an.'],
          ['Geben Sie den Code ein.'],
        ],
      },
    ],
    closing: [
      [{ strong: 'Behalten Sie den Code für sich.' }, ' Wir fragen Sie nie danach, weder am Telefon noch per E-Mail.'],
      [
        { strong: 'Sie haben sich nicht registriert?' },
        ` Dann brauchen Sie nichts zu tun: Ohne diesen Code bleibt der Zugang zu. Sagen Sie uns bitte trotzdem Bescheid: ${hotline}.`,
      ],
    ],
  }),
  en: ({ orderedOn, validUntil, portalHost, hotline }) => ({
    title: 'Your activation code',
    opening: [
      `You registered on ${orderedOn}. This code opens your access. It works once and `,
      { strong: `until ${validUntil}` },
      '.',
    ],
    code: {
      label: 'Your code',
      hint: 'The letters I, L, O and U do not occur. Capital or small letters both work.',
      alt: 'QR code: opens the page on which you confirm your code',
    },
    ways: [
      {
        heading: 'With the camera',
        steps: [
          ['Scan the QR code with your smartphone or tablet.'],
          ['Log in with your insurance number and your password.'],
          ['Your code is filled in already. Confirm it.'],
        ],
      },
      {
        heading: 'On a computer',
        steps: [
          ['Open ', { strong: portalHost }, '.'],
          ['Log in with your insurance number and your password.'],
          ['Enter the code.'],
        ],
      },
    ],
    closing: [
      [{ strong: 'Keep the code to yourself.' }, ' We never ask you for it, neither on the phone nor by e-mail.'],
      [
        { strong: 'You did not register?' },
        ` Then you need not do anything: without this code the access stays closed. Please tell us all the same: ${hotline}.`,
      ],
    ],
  }),
};
