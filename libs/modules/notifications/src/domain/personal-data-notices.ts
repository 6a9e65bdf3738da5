import type { Notice } from './notice';
import { notYou, notYouEn } from './not-you';

/** What a member changed. Never the value itself: whoever reads along must not learn it. */
function changed(de: { subject: string; what: string }, en: { subject: string; what: string }): Notice {
  return {
    de: ({ serviceName, hotline }) => ({
      subject: de.subject,
      paragraphs: [`In der ${serviceName} ${de.what}`, notYou(hotline)],
      sms: `${serviceName}: ${de.subject}. ${notYou(hotline)}`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: en.subject,
      paragraphs: [`In the ${serviceName} ${en.what}`, notYouEn(hotline)],
      sms: `${serviceName}: ${en.subject.charAt(0).toLowerCase()}${en.subject.slice(1)}. ${notYouEn(hotline)}`,
    }),
  };
}

/** Changes of personal data. They concern the safety of the account: fraud begins with them. */
export const personalDataNotices: Record<string, Notice> = {
  'personal-data.address-changed': changed(
    { subject: 'Ihre Anschrift wurde geändert', what: 'ist eine neue Anschrift hinterlegt.' },
    { subject: 'Your address was changed', what: 'a new address is on file.' },
  ),
  'personal-data.bank-account-changed': changed(
    { subject: 'Ihre Bankverbindung wurde geändert', what: 'ist eine neue Bankverbindung hinterlegt.' },
    { subject: 'Your bank account was changed', what: 'a new bank account is on file.' },
  ),
  'personal-data.mobile-changed': changed(
    { subject: 'Ihre Mobilnummer wurde geändert', what: 'gilt jetzt eine andere Mobilnummer.' },
    { subject: 'Your mobile number was changed', what: 'another mobile number now counts.' },
  ),
  'personal-data.mobile-removed': changed(
    { subject: 'Ihre Mobilnummer wurde entfernt', what: 'ist keine Mobilnummer mehr hinterlegt.' },
    { subject: 'Your mobile number was removed', what: 'no mobile number is on file any more.' },
  ),
  'personal-data.email-changed': changed(
    { subject: 'Ihre E-Mail-Adresse wurde geändert', what: 'gilt jetzt diese E-Mail-Adresse.' },
    { subject: 'Your e-mail address was changed', what: 'this e-mail address now counts.' },
  ),
  'personal-data.export-ready': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Der Export Ihrer Daten ist fertig',
      paragraphs: [
        `In der ${serviceName} können Sie den Export Ihrer Daten jetzt herunterladen, unter „Meine Daten“. Nach sieben Tagen löschen wir ihn.`,
        notYou(hotline),
      ],
      sms: `${serviceName}: Der Export Ihrer Daten ist fertig. ${notYou(hotline)}`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'The export of your data is ready',
      paragraphs: [
        `In the ${serviceName} you can download the export of your data now, under “My data”. We erase it after seven days.`,
        notYouEn(hotline),
      ],
      sms: `${serviceName}: the export of your data is ready. ${notYouEn(hotline)}`,
    }),
  },
};
