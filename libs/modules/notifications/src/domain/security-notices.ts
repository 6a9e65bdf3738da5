import type { Notice } from './notice';
import { notYou, notYouEn } from './not-you';

/** What concerns the safety of an account. Mails and text messages about it cannot be switched off. */
export const securityNotices: Record<string, Notice> = {
  'identity.device-bound': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ein neues Gerät gehört zu Ihrem Zugang',
      paragraphs: [
        `Gerade wurde ein Gerät für die ${serviceName} eingerichtet. Ab jetzt bestätigen Sie damit Ihre Anmeldungen.`,
        notYou(hotline),
      ],
      sms: `${serviceName}: Ein neues Gerät wurde eingerichtet. ${notYou(hotline)}`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'A new device belongs to your account',
      paragraphs: [
        `A device has just been set up for the ${serviceName}. From now on you confirm your logins with it.`,
        notYouEn(hotline),
      ],
      sms: `${serviceName}: a new device was set up. ${notYouEn(hotline)}`,
    }),
  },
  'identity.device-removed': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ein Gerät wurde entfernt',
      paragraphs: [
        `Ein Gerät gehört nicht mehr zu Ihrem Zugang der ${serviceName}. Es kann nichts mehr bestätigen.`,
        notYou(hotline),
      ],
      sms: `${serviceName}: Ein Gerät wurde entfernt. ${notYou(hotline)}`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'A device was removed',
      paragraphs: [
        `A device no longer belongs to your account of the ${serviceName}. It cannot confirm anything any more.`,
        notYouEn(hotline),
      ],
      sms: `${serviceName}: a device was removed. ${notYouEn(hotline)}`,
    }),
  },
  'identity.device-suspended': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Wir haben ein Gerät gesperrt',
      paragraphs: [
        `Der Schlüssel eines Ihrer Geräte für die ${serviceName} könnte kopiert worden sein. Wir haben das Gerät zu Ihrem Schutz gesperrt.`,
        `Bitte rufen Sie uns an: ${hotline}. Wir helfen Ihnen, ein neues Gerät einzurichten.`,
      ],
      sms: `${serviceName}: Wir haben eines Ihrer Geräte gesperrt. Bitte rufen Sie uns an: ${hotline}.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'We have locked a device',
      paragraphs: [
        `The key of one of your devices for the ${serviceName} may have been copied. We have locked the device to protect you.`,
        `Please call us: ${hotline}. We will help you to set up a new device.`,
      ],
      sms: `${serviceName}: we have locked one of your devices. Please call us: ${hotline}.`,
    }),
  },
  'recovery.device-code-ordered': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ein Brief mit einem Code ist unterwegs',
      paragraphs: [
        `Für Ihren Zugang zur ${serviceName} wurde ein Code für ein neues Gerät bestellt. Er kommt mit der Post.`,
        notYou(hotline),
      ],
      sms: `${serviceName}: Ein Code für ein neues Gerät wurde bestellt. ${notYou(hotline)}`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'A letter with a code is on its way',
      paragraphs: [
        `A code for a new device was ordered for your account of the ${serviceName}. It comes by post.`,
        notYouEn(hotline),
      ],
      sms: `${serviceName}: a code for a new device was ordered. ${notYouEn(hotline)}`,
    }),
  },
  'recovery.password-reset': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ihr Passwort wurde neu festgelegt',
      paragraphs: [
        `Für Ihren Zugang zur ${serviceName} gilt ein neues Passwort. Es wurde mit einem Code festgelegt, den wir geschickt haben. Sie sind überall abgemeldet.`,
        notYou(hotline),
      ],
      sms: `${serviceName}: Ihr Passwort wurde neu festgelegt. ${notYou(hotline)}`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Your password was set anew',
      paragraphs: [
        `A new password counts for your account of the ${serviceName}. It was set with a code that we have sent. You are logged out everywhere.`,
        notYouEn(hotline),
      ],
      sms: `${serviceName}: your password was set anew. ${notYouEn(hotline)}`,
    }),
  },
  'recovery.email-change-undone': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Ihre E-Mail-Adresse gilt wieder',
      paragraphs: [
        `Die Änderung Ihrer E-Mail-Adresse in der ${serviceName} wurde rückgängig gemacht. Alle wurden abgemeldet.`,
        `Wer die Adresse geändert hat, kennt Ihr Passwort. Es gilt deshalb nicht mehr. Wählen Sie bei der Anmeldung „Passwort vergessen“ und dann „Per Brief“: Sieben Tage lang schicken wir Codes für ein neues Passwort nur mit der Post. Fragen? Rufen Sie uns an: ${hotline}.`,
      ],
      sms: `${serviceName}: Die Änderung Ihrer E-Mail-Adresse wurde rückgängig gemacht. Ihr Passwort gilt nicht mehr. Fordern Sie per Brief einen Code für ein neues an.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'Your e-mail address counts again',
      paragraphs: [
        `The change of your e-mail address in the ${serviceName} was undone. Everybody was logged out.`,
        `Whoever changed the address knows your password. That is why it is no longer valid. Choose “Forgotten your password?” at the login and then “By letter”: for seven days we send codes for a new password by post only. Questions? Call us: ${hotline}.`,
      ],
      sms: `${serviceName}: the change of your e-mail address was undone. Your password is no longer valid. Ask for a code by letter to set a new one.`,
    }),
  },
  'approval.not-me-reported': {
    de: ({ serviceName, hotline }) => ({
      subject: 'Sie haben eine fremde Anfrage gemeldet',
      paragraphs: [
        `Auf Ihrem Gerät wurde „Das war ich nicht“ gewählt. Wir haben die Anfrage abgelehnt und die Sitzung im Browser beendet. Es wurde nichts geändert.`,
        `Wer die Anfrage gestellt hat, kennt Ihr Passwort. Bitte ändern Sie es in der ${serviceName}. Fragen? Rufen Sie uns an: ${hotline}.`,
      ],
      sms: `${serviceName}: Eine fremde Anfrage wurde abgelehnt. Bitte ändern Sie Ihr Passwort.`,
    }),
    en: ({ serviceName, hotline }) => ({
      subject: 'You reported a request that was not yours',
      paragraphs: [
        `“That was not me” was chosen on your device. We have refused the request and ended the session in the browser. Nothing was changed.`,
        `Whoever made the request knows your password. Please change it in the ${serviceName}. Questions? Call us: ${hotline}.`,
      ],
      sms: `${serviceName}: a request that was not yours was refused. Please change your password.`,
    }),
  },
};
