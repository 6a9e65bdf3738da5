import type { LetterTexts } from './letter-texts';

/** The letter for a forgotten password. */
export const resetTexts: LetterTexts = {
  de: ({ orderedOn, validUntil, portalHost, hotline }) => ({
    title: 'Ihr Code für ein neues Passwort',
    opening: [
      `Sie haben am ${orderedOn} einen Code für ein neues Passwort bestellt. Er gilt einmal und `,
      { strong: `bis zum ${validUntil}` },
      '.',
    ],
    code: {
      label: 'Ihr Code',
      hint: 'Die Buchstaben I, L, O und U kommen nicht vor. Groß oder klein ist egal.',
      alt: 'QR-Code: öffnet die Seite, auf der Sie ein neues Passwort festlegen',
    },
    ways: [
      {
        heading: 'Mit der Kamera',
        steps: [
          ['Scannen Sie den QR-Code mit Ihrem Smartphone oder Tablet.'],
          ['Geben Sie Ihre Versichertennummer ein. Ihr Code ist schon eingetragen.'],
          ['Legen Sie ein neues Passwort fest.'],
        ],
      },
      {
        heading: 'Am Computer',
        steps: [
          ['Öffnen Sie ', { strong: portalHost }, ' und wählen Sie „Passwort vergessen“.'],
          ['Geben Sie Ihre Versichertennummer und den Code ein.'],
          ['Legen Sie ein neues Passwort fest.'],
        ],
      },
    ],
    closing: [
      [{ strong: 'Behalten Sie den Code für sich.' }, ' Wir fragen Sie nie danach, weder am Telefon noch per E-Mail.'],
      [
        { strong: 'Sie haben keinen Code bestellt?' },
        ` Dann brauchen Sie nichts zu tun: Ohne diesen Code bleibt Ihr Passwort, wie es ist. Sagen Sie uns bitte trotzdem Bescheid: ${hotline}.`,
      ],
    ],
  }),
  en: ({ orderedOn, validUntil, portalHost, hotline }) => ({
    title: 'Your code for a new password',
    opening: [
      `You ordered a code for a new password on ${orderedOn}. It works once and `,
      { strong: `until ${validUntil}` },
      '.',
    ],
    code: {
      label: 'Your code',
      hint: 'The letters I, L, O and U do not occur. Capital or small letters both work.',
      alt: 'QR code: opens the page on which you set a new password',
    },
    ways: [
      {
        heading: 'With the camera',
        steps: [
          ['Scan the QR code with your smartphone or tablet.'],
          ['Enter your insurance number. Your code is filled in already.'],
          ['Set a new password.'],
        ],
      },
      {
        heading: 'On a computer',
        steps: [
          ['Open ', { strong: portalHost }, ' and choose “Forgotten password”.'],
          ['Enter your insurance number and the code.'],
          ['Set a new password.'],
        ],
      },
    ],
    closing: [
      [{ strong: 'Keep the code to yourself.' }, ' We never ask you for it, neither on the phone nor by e-mail.'],
      [
        { strong: 'You did not order a code?' },
        ` Then you need not do anything: without this code your password stays as it is. Please tell us all the same: ${hotline}.`,
      ],
    ],
  }),
};
