import type { Notice } from './notice';

/** What happened to submitted documents. Never which one: whoever reads along must not learn what it is about. */
export const documentNotices: Record<string, Notice> = {
  'applications.submission-overdue': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ein Dokument braucht länger',
      paragraphs: [
        `Wir haben ein Dokument von Ihnen erhalten, es ist aber noch nicht in der Bearbeitung angekommen. Wir kümmern uns darum. Ihr Eingangsdatum gilt.`,
        `Sie brauchen nichts zu tun. Den Stand sehen Sie in der ${serviceName} unter „Dokumente“. Fragen? Rufen Sie uns an: ${hotline}.`,
      ],
      sms: `${serviceName}: Ein Dokument von Ihnen braucht länger. Ihr Eingangsdatum gilt, Sie brauchen nichts zu tun.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'A document takes longer',
      paragraphs: [
        `We have received a document from you, but it has not reached the people who work on it yet. We are looking into it. Your date of receipt counts.`,
        `You need not do anything. You see how it stands in the ${serviceName} under “Documents”. Any questions? Call us: ${hotline}.`,
      ],
      sms: `${serviceName}: a document of yours takes longer. Your date of receipt counts, you need not do anything.`,
    }),
  },
  'applications.submission-rejected': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Bitte reichen Sie ein Dokument noch einmal ein',
      paragraphs: [
        `Ein Dokument, das Sie eingereicht haben, konnten wir bei der Sicherheitsprüfung nicht annehmen.`,
        `Bitte öffnen Sie die ${serviceName} und dort „Dokumente“: Dort steht, welches es ist und was zu tun ist. Fragen? Rufen Sie uns an: ${hotline}.`,
      ],
      sms: `${serviceName}: Ein Dokument konnten wir nicht annehmen. Bitte reichen Sie es noch einmal ein.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Please submit a document again',
      paragraphs: [
        `A document that you submitted did not pass our security check.`,
        `Please open the ${serviceName} and there “Documents”: it says which one it is and what to do. Any questions? Call us: ${hotline}.`,
      ],
      sms: `${serviceName}: we could not accept a document. Please submit it again.`,
    }),
  },
};
