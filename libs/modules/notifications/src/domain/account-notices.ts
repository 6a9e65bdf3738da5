import type { Notice } from './notice';

/** What happens to an account because cover ends or begins anew. */
export const accountNotices: Record<string, Notice> = {
  'registration.cover-ending': {
    de: ({ serviceName, hotline, coverEndedOn, accessEndsOn }) => ({
      subject: 'Ihr Zugang endet bald',
      paragraphs: [
        `Ihre Versicherung bei uns ist am ${coverEndedOn} zu Ende gegangen. Ihren Zugang zur ${serviceName} können Sie noch bis ${accessEndsOn} nutzen. Sichern Sie bis dahin, was Sie behalten möchten.`,
        `Sie bleiben bei uns versichert? Dann meldet Ihr Arbeitgeber oder die Agentur für Arbeit Sie neu an, und Ihr Zugang bleibt offen. Fragen? Rufen Sie uns an: ${hotline}.`,
      ],
      sms: `${serviceName}: Ihr Zugang endet am ${accessEndsOn}. Sichern Sie bis dahin, was Sie behalten möchten. Fragen? ${hotline}`,
    }),
    en: ({ serviceName, hotline, coverEndedOn, accessEndsOn }) => ({
      subject: 'Your access ends soon',
      paragraphs: [
        `Your insurance with us ended on ${coverEndedOn}. You can use your access to the ${serviceName} until ${accessEndsOn}. Until then, please save what you would like to keep.`,
        `You stay insured with us? Then your employer or the employment agency will register you again, and your access stays open. Questions? Call us: ${hotline}.`,
      ],
      sms: `${serviceName}: your access ends on ${accessEndsOn}. Until then, please save what you would like to keep. Questions? ${hotline}`,
    }),
  },
  'registration.account-deactivated': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ihr Zugang ist geschlossen',
      paragraphs: [
        `Ihre Versicherung bei uns ist beendet. Deshalb haben wir Ihren Zugang zur ${serviceName} geschlossen.`,
        `Sind Sie wieder bei uns versichert, öffnet er sich von selbst. Stimmt etwas nicht, rufen Sie uns bitte an: ${hotline}.`,
      ],
      sms: `${serviceName}: Wir haben Ihren Zugang geschlossen. Stimmt etwas nicht, rufen Sie uns bitte an: ${hotline}.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Your access is closed',
      paragraphs: [
        `Your insurance with us has ended. That is why we have closed your access to the ${serviceName}.`,
        `Once you are insured with us again, it opens by itself. If something is not right, please call us: ${hotline}.`,
      ],
      sms: `${serviceName}: we have closed your access. If something is not right, please call us: ${hotline}.`,
    }),
  },
  'registration.account-reactivated': {
    de: ({ serviceName }) => ({
      subject: 'Ihr Zugang ist wieder offen',
      paragraphs: [
        `Schön, dass Sie wieder bei uns versichert sind. Ihr Zugang zur ${serviceName} ist offen: mit Ihrem Passwort und Ihren Geräten wie zuvor.`,
      ],
      sms: `${serviceName}: Ihr Zugang ist wieder offen, mit Ihrem Passwort und Ihren Geräten wie zuvor.`,
    }),
    en: ({ serviceName }) => ({
      subject: 'Your access is open again',
      paragraphs: [
        `Good to have you insured with us again. Your access to the ${serviceName} is open: with your password and your devices as before.`,
      ],
      sms: `${serviceName}: your access is open again, with your password and your devices as before.`,
    }),
  },
};
