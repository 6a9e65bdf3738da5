import type { LetterTexts } from './letter-texts';

/** The letter with which a member makes another device the second factor. */
export const deviceTexts: LetterTexts = {
  de: ({ orderedOn, validUntil, portalHost, hotline }) => ({
    title: 'Ihr Code für ein neues Gerät',
    opening: [
      `Sie haben am ${orderedOn} einen Code für ein neues Gerät bestellt. Mit diesem Gerät bestätigen Sie künftig Ihre ` +
        'Anmeldungen. Der Code gilt einmal und ',
      { strong: `bis zum ${validUntil}` },
      '.',
    ],
    code: {
      label: 'Ihr Code',
      hint: 'Die Buchstaben I, L, O und U kommen nicht vor. Groß oder klein ist egal.',
      alt: 'QR-Code: öffnet die Freigabe-App, in der Sie Ihr Gerät einrichten',
    },
    ways: [
      {
        heading: 'Mit der Kamera',
        steps: [
          ['Scannen Sie den QR-Code mit dem neuen Gerät.'],
          ['Geben Sie Ihren Benutzernamen und Ihr Passwort ein.'],
          ['Bestätigen Sie mit Fingerabdruck, Gesicht oder PIN.'],
        ],
      },
      {
        heading: 'Ohne Kamera',
        steps: [
          ['Öffnen Sie auf dem neuen Gerät ', { strong: portalHost }, '.'],
          ['Geben Sie Ihren Benutzernamen und Ihr Passwort ein.'],
          ['Geben Sie den Code ein und bestätigen Sie.'],
        ],
      },
    ],
    closing: [
      [{ strong: 'Behalten Sie den Code für sich.' }, ' Wir fragen Sie nie danach, weder am Telefon noch per E-Mail.'],
      [
        { strong: 'Sie haben keinen Code bestellt?' },
        ` Dann kennt vielleicht jemand Ihr Passwort. Bitte rufen Sie uns gleich an: ${hotline}.`,
      ],
    ],
  }),
  en: ({ orderedOn, validUntil, portalHost, hotline }) => ({
    title: 'Your code for a new device',
    opening: [
      `You ordered a code for a new device on ${orderedOn}. From then on you confirm your logins with this device. The ` +
        'code works once and ',
      { strong: `until ${validUntil}` },
      '.',
    ],
    code: {
      label: 'Your code',
      hint: 'The letters I, L, O and U do not occur. Capital or small letters both work.',
      alt: 'QR code: opens the companion, in which you set up your device',
    },
    ways: [
      {
        heading: 'With the camera',
        steps: [
          ['Scan the QR code with the new device.'],
          ['Enter your user name and your password.'],
          ['Confirm with your fingerprint, face or PIN.'],
        ],
      },
      {
        heading: 'Without a camera',
        steps: [
          ['Open ', { strong: portalHost }, ' on the new device.'],
          ['Enter your user name and your password.'],
          ['Enter the code and confirm.'],
        ],
      },
    ],
    closing: [
      [{ strong: 'Keep the code to yourself.' }, ' We never ask you for it, neither on the phone nor by e-mail.'],
      [
        { strong: 'You did not order a code?' },
        ` Then somebody may know your password. Please call us right away: ${hotline}.`,
      ],
    ],
  }),
};
