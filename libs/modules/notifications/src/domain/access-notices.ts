import type { Notice } from './notice';

/** What happens to passwords and logins. It concerns the safety of the account, too. */
export const accessNotices: Record<string, Notice> = {
  'identity.password-changed': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ihr Passwort wurde geändert',
      paragraphs: [
        `Ihr Passwort für die ${serviceName} wurde gerade geändert. Auf allen anderen Geräten wurden Sie abgemeldet.`,
        `Das waren Sie nicht? Dann rufen Sie uns bitte gleich an: ${hotline}.`,
      ],
      sms: `${serviceName}: Ihr Passwort wurde geändert. Das waren Sie nicht? Dann rufen Sie uns bitte gleich an: ${hotline}.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Your password was changed',
      paragraphs: [
        `Your password for the ${serviceName} has just been changed. You were signed out on all other devices.`,
        `This was not you? Then please call us right away: ${hotline}.`,
      ],
      sms: `${serviceName}: your password was changed. This was not you? Then please call us right away: ${hotline}.`,
    }),
  },
  'identity.login-blocked': {
    onceADay: true,
    de: ({ serviceName, hotline }) => ({
      subject: 'Mehrere falsche Passwörter für Ihren Zugang',
      paragraphs: [
        `Jemand hat sich fünfmal mit einem falschen Passwort in der ${serviceName} anmelden wollen. Wir haben weitere Versuche für kurze Zeit gesperrt. Die Sperre endet von selbst.`,
        `Waren Sie das? Dann warten Sie bitte eine Minute und versuchen es noch einmal. Waren Sie es nicht, rufen Sie uns bitte an: ${hotline}.`,
      ],
      sms: `${serviceName}: Jemand hat sich fünfmal mit einem falschen Passwort anmelden wollen. Waren Sie es nicht, rufen Sie uns bitte an: ${hotline}.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Several wrong passwords for your account',
      paragraphs: [
        `Somebody tried five times to log in to the ${serviceName} with a wrong password. We have blocked further tries for a short time. The block ends by itself.`,
        `Was this you? Then please wait a minute and try again. If it was not you, please call us: ${hotline}.`,
      ],
      sms: `${serviceName}: somebody tried five times to log in with a wrong password. If it was not you, please call us: ${hotline}.`,
    }),
  },
  'registration.registration-refused': {
    onceADay: true,
    onlyActive: true,
    de: ({ serviceName, hotline }) => ({
      subject: 'Jemand wollte Sie noch einmal registrieren',
      paragraphs: [
        `Jemand hat mit Ihrer Versichertennummer eine Registrierung für die ${serviceName} versucht. Sie sind dort schon registriert. Es hat sich nichts geändert.`,
        `Waren Sie das? Dann melden Sie sich einfach mit Ihrem Passwort an. Waren Sie es nicht, rufen Sie uns bitte an: ${hotline}.`,
      ],
      sms: `${serviceName}: Jemand wollte Sie noch einmal registrieren. Es hat sich nichts geändert. Waren Sie es nicht, rufen Sie uns bitte an: ${hotline}.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Somebody tried to register you again',
      paragraphs: [
        `Somebody tried to register for the ${serviceName} with your insurance number. You are registered there already. Nothing has changed.`,
        `Was this you? Then just sign in with your password. If it was not you, please call us: ${hotline}.`,
      ],
      sms: `${serviceName}: somebody tried to register you again. Nothing has changed. If it was not you, please call us: ${hotline}.`,
    }),
  },
};
